package gatehouse.deid.cli;

import gatehouse.deid.Deidentified;
import gatehouse.deid.Deidentifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** {@code deid FILE|DIR|-}, {@code deid keys} and {@code deid train DIR}. */
public final class Main {
  private static final Set<String> VALUED =
      Set.of(
          "--policy",
          "--out",
          "--report",
          "--keys",
          "--purpose",
          "--threads",
          "--names",
          "--charset",
          "--epochs",
          "--seed");
  private static final Set<String> SWITCHES = Set.of("--jsonl", "--help", "--quiet");

  private static final String HELP =
      """
      usage: deid [options] FILE|DIR|-        de-identify a file, a folder (needs --out), standard input
             deid [options] --jsonl [FILE|-]  JSON lines {"id","text","context"?} to {"id","output","findings"}
             deid keys create|rotate FILE            make a keyset, or add a key for new values
             deid train [--epochs N] [--seed N] DIR --out MODEL   train the name model with a folder

        --policy NAME|FILE  public (default), in-house, refuse, release, or a policy file
        --out PATH          where the output goes; a folder for a folder; what exists is not done again
        --report PATH|-     counts per type as JSON; - is standard error
        --keys FILE         Tink keyset (JSON) for policies with pseudonyms, surrogates, date shifts
        --purpose TEXT      what the output is for; other purposes give other pseudonyms
        --names MODEL       another name model
        --threads N         files at once (default: processors)
        --charset NAME      of files (default UTF-8); a file that is not in it is skipped
        --quiet             no progress bar
        --help              this text

      exit codes: 0 done, 1 some input was skipped, 2 wrong usage, 3 policy, keys or model unusable,
                  4 the policy refused a text
      """;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream errors;

  Main(InputStream in, PrintStream out, PrintStream errors) {
    this.in = in;
    this.out = out;
    this.errors = errors;
  }

  /** Runs the command line and exits with its code. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            false,
            StandardCharsets.UTF_8);
    int code = new Main(System.in, out, System.err).run(args);
    out.flush();
    System.exit(code);
  }

  int run(String... args) {
    try {
      Options options = Options.parse(args, VALUED, SWITCHES);
      if (options.has("--help")) {
        out.print(HELP);
        return Exit.DONE;
      }
      if (!options.rest().isEmpty() && options.rest().get(0).equals("train")) {
        return TrainCommand.run(options, errors);
      }
      if (!options.rest().isEmpty() && options.rest().get(0).equals("keys")) {
        return KeysCommand.run(options, out);
      }
      return run(options, Setup.engine(options));
    } catch (UsageException e) {
      errors.println(e.getMessage());
      errors.print(HELP);
      return Exit.USAGE;
    } catch (IllegalArgumentException e) {
      errors.println(e.getMessage());
      return Exit.SETUP;
    } catch (IOException e) {
      errors.println("cannot read or write: " + e.getMessage());
      return Exit.SETUP;
    }
  }

  private int run(Options options, Deidentifier engine) throws IOException, UsageException {
    Tally tally = new Tally();
    String input = options.rest().isEmpty() && options.has("--jsonl") ? "-" : only(options);
    if (options.has("--jsonl")) {
      lines(options, input, new LineRun(engine, tally, errors));
    } else {
      texts(options, input, new FileRun(engine, charset(options), tally, errors), tally);
    }
    String report = options.value("--report", "");
    if (report.equals("-")) {
      errors.println(tally.report(engine.policy()));
    } else if (!report.isEmpty()) {
      Files.writeString(Path.of(report), tally.report(engine.policy()) + "\n");
    }
    return tally.exit();
  }

  private void lines(Options options, String input, LineRun run) throws IOException {
    Path target = options.path("--out");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                input.equals("-") ? in : Files.newInputStream(Path.of(input)),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)))) {
      if (target == null) {
        run.run(reader, out);
        return;
      }
      try (PrintStream file =
          new PrintStream(Files.newOutputStream(target), false, StandardCharsets.UTF_8)) {
        run.run(reader, file);
      }
    }
  }

  private void texts(Options options, String input, FileRun run, Tally tally)
      throws IOException, UsageException {
    Path target = options.path("--out");
    if (!input.equals("-") && Files.isDirectory(Path.of(input))) {
      if (target == null) {
        throw new UsageException("a folder needs --out FOLDER");
      }
      int threads = options.number("--threads", Runtime.getRuntime().availableProcessors());
      run.folder(Path.of(input), target, threads, !options.has("--quiet"));
    } else if (target != null && !input.equals("-")) {
      run.file(Path.of(input), target);
    } else {
      toStandardOutput(input, run, tally);
    }
  }

  private void toStandardOutput(String input, FileRun run, Tally tally) {
    try {
      byte[] bytes = input.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(input));
      Deidentified result = run.text(run.decode(bytes));
      if (result.refused()) {
        errors.println("refused by the policy: " + input);
      } else {
        out.print(result.text());
        out.flush();
      }
    } catch (CharacterCodingException e) {
      tally.failed();
      errors.println("skipped: " + input + " is not in the expected charset; see --charset");
    } catch (IOException e) {
      tally.failed();
      errors.println(
          "skipped: " + input + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static String only(Options options) throws UsageException {
    if (options.rest().size() != 1) {
      throw new UsageException("name one file, one folder, or - for standard input");
    }
    return options.rest().get(0);
  }

  private static Charset charset(Options options) throws UsageException {
    try {
      return Charset.forName(options.value("--charset", "UTF-8"));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UsageException("no charset of this name");
    }
  }
}
