package gatehouse.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./suite demo}: plays the story of {@code deploy/story} against the running suite. */
@Command(name = "demo", description = "Plays the story against the running suite.")
final class DemoCommand implements Callable<Integer> {
  private static final String MAIN = "gatehouse.story.Demo";

  @Mixin private @Nullable Location location;

  @Parameters(description = "Handed on to the story.", paramLabel = "ARGUMENT")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Location where = Objects.requireNonNull(location);
    Path jars = where.checkout().resolve("deploy/story/target/story");
    if (!Files.isDirectory(jars)) {
      System.err.println("The story is not built: " + jars + " is missing");
      return ExitCode.NOT_BUILT.number();
    }
    if (!arguments.contains("--help") && !where.isRunning()) {
      return ExitCode.NOT_READY.number();
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                jars + "/*",
                MAIN));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(where.surroundings().ofDemo());
    return builder.start().waitFor();
  }
}
