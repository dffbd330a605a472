package gatehouse.deid.evaluation;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * {@code deid-eval [--with-names] GOLD.jsonl}: the engine and plain regular expressions, scored.
 */
public final class Main {
  private static final String HELP =
      """
      usage: deid-eval [--with-names|--speed] GOLD.jsonl

      Scores the engine on labelled lines {"text","spans":[[start,end,TYPE]],"decoys":[]}; offsets count
      code points. --with-names gives the engine the patient's and relatives' names, as a gateway would.
      --speed measures throughput and latency on one thread instead.
      exit codes: 0 done, 1 the file cannot be read, 2 wrong usage
      """;

  private Main() {}

  /** Runs the evaluation and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream errors) {
    boolean named = args.length > 0 && args[0].equals("--with-names");
    boolean speed = args.length > 0 && args[0].equals("--speed");
    if (args.length != (named || speed ? 2 : 1) || args[args.length - 1].startsWith("-")) {
      boolean help = args.length == 1 && args[0].equals("--help");
      (help ? out : errors).print(HELP);
      return help ? 0 : 2;
    }
    try {
      List<Gold> gold = read(Path.of(args[args.length - 1]));
      if (speed) {
        out.print(Speed.measure(gold));
        return 0;
      }
      out.println("engine" + (named ? ", names given" : ""));
      out.print(engine(gold, named).table());
      Scores regex = new Scores();
      gold.forEach(text -> regex.add(text, RegexBaseline.cover(text.text())));
      out.println("\njava.util.regex");
      out.print(regex.table());
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      errors.println("cannot be scored: " + e.getMessage());
      return 1;
    }
  }

  static Scores engine(List<Gold> gold, boolean named) {
    Deidentifier engine = Deidentifier.of(Policy.named("public"));
    SecureRandom random = new SecureRandom();
    Scores scores = new Scores();
    for (Gold text : gold) {
      KnownIdentifiers known = named ? names(text) : KnownIdentifiers.none();
      BitSet covered = new BitSet();
      for (Finding finding :
          engine.scan(text.text(), new Context(known, Placeholders.fresh(random)))) {
        covered.set(finding.start(), finding.end());
      }
      scores.add(text, covered);
    }
    return scores;
  }

  private static List<Gold> read(Path file) throws IOException {
    List<Gold> gold = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isBlank()) {
        gold.add(Gold.read(line));
      }
    }
    return gold;
  }

  private static KnownIdentifiers names(Gold gold) {
    KnownIdentifiers.Builder known = KnownIdentifiers.builder();
    for (Gold.Label label : gold.labels()) {
      if (label.type().equals("PATIENT_NAME") || label.type().equals("RELATIVE_NAME")) {
        known.name(gold.text().substring(label.start(), label.end()));
      }
    }
    return known.build();
  }
}
