package gatehouse.local.blueprint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the suite's JVMs: the launcher's own JDK, small heaps, quick starts. */
public final class Java {
  private final RunFolder run;

  public Java(RunFolder run) {
    this.run = run;
  }

  /**
   * A JVM that carries the run's folder in its command line: by that, a process that a killed run
   * left behind is known as ours.
   *
   * @param heapMegabytes the largest heap
   */
  List<String> jvm(String part, int heapMegabytes) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms32m",
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        // Room for the classes of a service: each step beyond 21 MB costs a full collection, which
        // stood a service still for up to 0.4 s in the middle of its first stop.
        "-XX:MetaspaceSize=160m",
        // And for compiled code: a full collection whenever another 15 % of this have filled, which
        // of the usual 48 MB a service does three times in its first two minutes (ADR 0709).
        "-XX:ReservedCodeCacheSize=240m",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-Dgatehouse.part=" + part,
        "-Dgatehouse.run=" + run.path());
  }

  /** A class of the launcher's own class path. */
  List<String> main(String part, int heapMegabytes, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>(jvm(part, heapMegabytes));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** An executable jar. */
  public List<String> jar(String part, int heapMegabytes, Path jar) {
    List<String> command = new ArrayList<>(jvm(part, heapMegabytes));
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }
}
