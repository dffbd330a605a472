package gatehouse.verify;

import gatehouse.verify.tree.Tree;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes an export of a million entries, each with a body of about 400 bytes, and prints how fast
 * it is verified. Never part of the tests.
 *
 * <pre>
 * ./mvnw -q -pl chassis/verify test-compile
 * java -Xmx64m -cp chassis/verify/target/classes:chassis/verify/target/test-classes \
 *     gatehouse.verify.VerifyBench [entries] [entries per checkpoint]
 * </pre>
 */
public final class VerifyBench {

  private VerifyBench() {}

  /** Takes the number of entries (1,000,000) and how many stand between two checkpoints (1,000). */
  public static void main(String[] arguments) throws Exception {
    int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int every = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    Path folder = Files.createTempDirectory("verify-bench");
    Path export = folder.resolve("export.jsonl");
    SampleKey key = SampleKey.generate("gatehouse/bench");
    Path witness = Files.writeString(folder.resolve("witness"), write(export, key, entries, every));
    Path keys = Files.writeString(folder.resolve("key"), key.verifierKey());
    System.out.printf(
        "%d processors, Java %s, %,d bytes, a checkpoint per %d entries, heap up to %d MiB%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        Files.size(export),
        every,
        Runtime.getRuntime().maxMemory() >> 20);
    List<String> line = List.of(export.toString(), "--checkpoint", witness.toString());
    new Main(System.out, System.err).run(line);
    List<String> keyed = new ArrayList<>(line);
    keyed.addAll(List.of("--key", keys.toString()));
    new Main(System.out, System.err).run(keyed);
    for (Path file : List.of(export, witness, keys, folder)) {
      Files.delete(file);
    }
  }

  private static String write(Path export, SampleKey key, int entries, int every) throws Exception {
    Random random = new Random(1);
    Tree tree = new Tree();
    String filler = "x".repeat(360);
    Path notes = export.resolveSibling("notes");
    String last = "";
    try (BufferedWriter lines = Files.newBufferedWriter(export);
        BufferedWriter checkpoints = Files.newBufferedWriter(notes)) {
      for (int i = 1; i <= entries; i++) {
        SampleEntry entry = SampleJournal.entry(random, i).withBody("{\"data\":\"" + filler + i);
        tree.add(entry.leaf());
        lines.write(entry.line(i) + "\n");
        if (i % every == 0 || i == entries) {
          last = key.checkpoint(i, tree.root());
          checkpoints.write("{\"checkpoint\":\"" + last.replace("\n", "\\n") + "\"}\n");
        }
      }
    }
    Files.write(export, Files.readAllBytes(notes), StandardOpenOption.APPEND);
    Files.delete(notes);
    return last;
  }
}
