package gatehouse.deid.evaluation;

import gatehouse.deid.Deidentifier;
import gatehouse.deid.policy.Policy;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** {@code deid-eval [--with-names] [--compare] GOLD.jsonl}: the engine, and its rivals, scored. */
public final class Main {
  private static final Set<String> OPTIONS = Set.of("--with-names", "--compare", "--speed");

  private static final String HELP =
      """
      usage: deid-eval [--with-names] [--compare] GOLD.jsonl
             deid-eval --speed GOLD.jsonl

      Scores the engine on labelled lines {"text","spans":[[start,end,TYPE]],"decoys":[]}; offsets count
      code points. Per label: whole cover (every character of the span), any cover, texts in which a
      span of it is not covered whole. Per type found: how many touch a label. With 95 % Wilson
      intervals.

        --with-names  gives the engine the patient's and relatives' names, as a gateway would
        --compare     scores others on the same texts: plain java.util.regex on all but names, and
                      HanLP portable on names where it is on the class path (./suite puts it there)
        --speed       throughput and latency on one thread instead

      exit codes: 0 done, 1 the file cannot be read or a line is not of this form, 2 wrong usage
      """;

  private Main() {}

  /** Runs the evaluation and exits with its code. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(args, out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream errors) {
    List<String> words = Arrays.asList(args);
    if (words.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    List<String> files = words.stream().filter(word -> !OPTIONS.contains(word)).toList();
    if (files.size() != 1 || files.get(0).startsWith("-")) {
      errors.print(HELP);
      return 2;
    }
    try {
      List<Gold> gold = read(Path.of(files.get(0)));
      if (words.contains("--speed")) {
        out.print(Speed.measure(gold));
        return 0;
      }
      report(gold, words.contains("--with-names"), words.contains("--compare"), out);
      return 0;
    } catch (IOException e) {
      errors.println("cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      errors.println("cannot be scored: " + e.getMessage());
    }
    return 1;
  }

  private static void report(List<Gold> gold, boolean named, boolean compare, PrintStream out) {
    Policy policy = Policy.named("public");
    out.println(gold.size() + " texts");
    out.println("\n== the engine" + (named ? ", patients' and relatives' names given" : ""));
    out.print(Finders.engine(Deidentifier.of(policy), gold, named).table());
    if (!compare) {
      return;
    }
    List<Rival> rivals = new ArrayList<>(List.of(new RegexRival()));
    ServiceLoader.load(Rival.class).forEach(rivals::add);
    for (Rival rival : rivals) {
      out.println("\n== " + rival.name() + (rival.findsNames() ? ": names" : ": all but names"));
      out.print(Finders.rival(rival, gold).table());
    }
    if (rivals.size() == 1) {
      out.println("\nno other finder is on the class path");
    }
  }

  private static List<Gold> read(Path file) throws IOException {
    List<Gold> gold = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (!line.isBlank()) {
        try {
          gold.add(Gold.read(line));
        } catch (RuntimeException e) {
          throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
      }
    }
    if (gold.isEmpty()) {
      throw new IllegalArgumentException("there is no line in it");
    }
    return gold;
  }
}
