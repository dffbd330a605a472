package gatehouse.deid.cli;

import gatehouse.deid.batch.BatchEngine;
import gatehouse.deid.batch.EngineFiles;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code deid FILE|DIR|-}, {@code deid keys} and {@code deid train DIR}. */
public final class Main {
  private static final Set<String> VALUED =
      Set.of(
          "--policy",
          "--out",
          "--keys",
          "--purpose",
          "--threads",
          "--names",
          "--onnx",
          "--charset",
          "--epochs",
          "--seed");
  private static final Set<String> SWITCHES = Set.of("--jsonl", "--help", "--quiet");
  private static final Set<String> EITHER = Set.of("--report");
  private static final int MOST_THREADS = 512;

  private static final String HELP =
      """
      usage: deid [options] FILE|DIR|-        de-identify a file, a folder (needs --out), standard input
             deid [options] --jsonl [FILE|-]  JSON lines {"id","text","context"?} to {"id","output","findings"}
             deid keys create|rotate FILE            make a keyset, or add a key for new values
             deid train [--epochs N] [--seed N] DIR --out MODEL   train the name model with a folder

        --policy NAME|FILE  public (default), in-house, refuse, release; or a policy file (its name
                            has a dot or a slash)
        --out PATH          where the output goes; a folder for a folder. A folder run that was stopped
                            goes on: what is newer than its input is not done again
        --report[=FILE]     counts per type as JSON, to standard error or a file
        --keys FILE         Tink keyset (JSON) for policies with pseudonyms, surrogates, date shifts;
                            with keys the same input gives the same output
        --purpose TEXT      what the output is for; other purposes give other pseudonyms
        --names MODEL       another name model
        --onnx FOLDER       a larger model besides: model.onnx, vocab.txt, labels.txt
        --threads N         files or lines at once (default: processors)
        --charset NAME      of files (default UTF-8; for GBK say GB18030); JSON lines are UTF-8
        --quiet             no progress bar
        --help              this text

      "context" of a line, all optional: lists names, kin, phones, idNumbers, recordNumbers, addresses,
      and the text subject, a reference of the patient for date shifts. Offsets of findings count UTF-16
      units of the text that came in. The "id" is handed back as it came.
      Files with names that identify somebody keep them: rename them first.

      exit codes: 0 done, 1 some input was skipped (and named) or the output could not be written,
                  2 wrong usage, 3 policy, keys or model unusable, 4 the policy refused a text
      """;

  private final InputStream in;
  private final OutputStream out;
  private final PrintStream errors;

  Main(InputStream in, OutputStream out, PrintStream errors) {
    this.in = in;
    this.out = out;
    this.errors = errors;
  }

  /** Runs the command line and exits with its code. */
  public static void main(String[] args) {
    PrintStream errors =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(new Main(System.in, new FileOutputStream(FileDescriptor.out), errors).run(args));
  }

  int run(String... args) {
    try {
      Options options = Options.parse(args, VALUED, SWITCHES, EITHER);
      if (options.has("--help")) {
        out.write(HELP.getBytes(StandardCharsets.UTF_8));
        return Exit.DONE;
      }
      if (!options.rest().isEmpty() && options.rest().get(0).equals("train")) {
        return TrainCommand.run(options, errors);
      }
      if (!options.rest().isEmpty() && options.rest().get(0).equals("keys")) {
        return KeysCommand.run(options, out);
      }
      return run(options);
    } catch (UsageException e) {
      errors.println(e.getMessage());
      errors.println("deid --help tells all");
      return Exit.USAGE;
    } catch (InvalidPathException e) {
      errors.println("a name on the command line does not fit this locale: set LC_ALL=C.UTF-8");
      return Exit.USAGE;
    } catch (SetupException e) {
      errors.println(e.getMessage());
      return Exit.SETUP;
    } catch (IOException e) {
      errors.println("cannot read or write: " + e.getMessage());
      return Exit.SOME_FAILED;
    }
  }

  private int run(Options options) throws IOException, UsageException, SetupException {
    String input = options.rest().isEmpty() && options.has("--jsonl") ? "-" : only(options);
    int threads = threads(options);
    Charset charset = charset(options);
    BatchEngine engine = engine(options);
    Tally tally = new Tally();
    if (options.has("--jsonl")) {
      lines(options, input, new LineRun(engine, tally, errors, threads), tally);
    } else {
      FileRun files = new FileRun(engine, charset, tally, errors);
      Path target = options.path("--out");
      if (!input.equals("-") && Files.isDirectory(Path.of(input))) {
        if (target == null) {
          throw new UsageException("a folder needs --out FOLDER");
        }
        new FolderRun(files, tally, Path.of(input), target)
            .run(
                new OutputMark(engine.settings() + ", charset " + charset.name()),
                threads,
                new Progress(errors, !options.has("--quiet")));
      } else {
        text(input, target, files);
      }
    }
    report(options, tally.report(engine.policy()));
    return tally.exit();
  }

  private void report(Options options, String report) throws IOException {
    if (options.value("--report", "-").isEmpty()) {
      errors.println(report);
    } else if (options.has("--report")) {
      Files.writeString(Path.of(options.value("--report", "")), report + "\n");
    }
  }

  private void lines(Options options, String input, LineRun run, Tally tally)
      throws IOException, UsageException {
    Path target = options.path("--out");
    InputStream lines;
    try {
      lines = input.equals("-") ? in : Files.newInputStream(Path.of(input));
    } catch (IOException e) {
      tally.failed();
      errors.println("skipped: " + input + " " + FileRun.reason(e));
      return;
    }
    try (lines) {
      if (target == null) {
        run.run(new ByteLines(lines), out);
        return;
      }
      refuseSame(input, target);
      Path part = target.resolveSibling(target.getFileName() + ".part");
      try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part))) {
        run.run(new ByteLines(lines), file);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void text(String input, @Nullable Path target, FileRun files)
      throws IOException, UsageException {
    if (target != null) {
      refuseSame(input, target);
    }
    byte[] bytes;
    try {
      bytes = input.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(input));
    } catch (IOException e) {
      files.failed(input, FileRun.reason(e));
      return;
    } catch (OutOfMemoryError e) {
      files.failed(input, FileRun.TOO_LARGE);
      return;
    }
    if (target == null) {
      files.stream(input, bytes, out);
    } else {
      files.write(input, bytes, target);
    }
  }

  private static void refuseSame(String input, Path target) throws IOException, UsageException {
    if (Files.isDirectory(target)) {
      throw new UsageException("--out " + target + " is a folder: name a file");
    }
    if (!input.equals("-")
        && Files.exists(target)
        && Files.exists(Path.of(input))
        && Files.isSameFile(target, Path.of(input))) {
      throw new UsageException("--out is the file that is read: take another one");
    }
  }

  private static BatchEngine engine(Options options) throws SetupException, UsageException {
    try {
      return BatchEngine.of(
          new EngineFiles(
              options.value("--policy", "public"),
              options.path("--keys"),
              options.value("--purpose", "default"),
              options.path("--names"),
              options.path("--onnx")));
    } catch (IOException e) {
      throw new SetupException("cannot read " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new SetupException(String.valueOf(e.getMessage()));
    }
  }

  private static String only(Options options) throws UsageException {
    if (options.rest().size() != 1) {
      throw new UsageException("name one file, one folder, or - for standard input");
    }
    return options.rest().get(0);
  }

  private static int threads(Options options) throws UsageException {
    int threads = options.number("--threads", Runtime.getRuntime().availableProcessors());
    if (threads > MOST_THREADS) {
      throw new UsageException("--threads is at most " + MOST_THREADS);
    }
    return threads;
  }

  private static Charset charset(Options options) throws UsageException {
    try {
      return Charset.forName(options.value("--charset", "UTF-8"));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UsageException("no charset of this name");
    }
  }
}
