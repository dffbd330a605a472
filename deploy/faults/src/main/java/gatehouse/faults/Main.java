package gatehouse.faults;

import gatehouse.embedded.Checkout;
import gatehouse.faults.load.Hospital;
import gatehouse.faults.plant.Plant;
import gatehouse.faults.suite.Extent;
import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.local.blueprint.RunFolder;
import gatehouse.local.processes.CannotStart;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./suite faults}. */
@Command(
    name = "./suite faults",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the packaged suite on free ports in a folder of its own, breaks it under load, and",
      "compares what was acknowledged with journals, topics and effects."
    },
    footer = {
      "",
      "Exit codes: 0 nothing lost, doubled, reordered or let out; 1 something was, the lines say",
      "what; 2 wrong usage; 4 a port is taken; 5 something is not built; 6 a part did not come up;",
      "7 a run uses the folder already; 143 stopped by Ctrl-C or TERM."
    })
final class Main implements Callable<Integer> {
  private static final Logger ZONKY = Logger.getLogger("io.zonky.test");

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "How long faults strike; 0.5 is half a minute, 0 none. Default: ${DEFAULT-VALUE}.")
  private double minutes;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "The order of the faults; another one each time unless given.")
  private long seed = System.nanoTime();

  @Option(
      names = "--journal-only",
      description = "PostgreSQL, Kafka and the counting station only: starts in seconds.")
  private boolean journalOnly;

  @Option(
      names = "--stops",
      paramLabel = "N",
      defaultValue = "0",
      description = "At the end stops an application N times and watches what still goes out.")
  private int stops;

  @Option(
      names = "--prove",
      description = {
        "With --stops: one stop more, of a gateway without its lease check, which must be seen.",
        "(--plant no-lease-check does the same from the start, and so must end with 1.)"
      })
  private boolean prove;

  @Option(
      names = "--only",
      paramLabel = "WORDS",
      defaultValue = "",
      description = "Only faults whose name contains these words, such as \"kill\" or \"disk\".")
  private String only = "";

  @Option(
      names = "--plant",
      paramLabel = "BUG",
      split = ",",
      description = "Plants bugs that must be found: cursor-relay, no-inbox, no-lease-check.")
  private List<String> plants = List.of();

  @Option(
      names = "--run-folder",
      paramLabel = "FOLDER",
      description = "Where data, logs and evidence lie; default .run-faults in the checkout.")
  private @Nullable Path folder;

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(out);
    // It complains, rightly, that a server which was killed cannot be stopped politely.
    ZONKY.setLevel(Level.OFF);
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler((failure, line, _) -> report(failure, line))
            .execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (minutes < 0 || stops < 0) {
      throw new ParameterException(commandLine(), "--minutes and --stops cannot be negative");
    }
    if (journalOnly && stops > 0) {
      throw new ParameterException(commandLine(), "--journal-only has nothing to --stops");
    }
    Path checkout = Checkout.root();
    RunFolder run = new RunFolder(folder == null ? checkout.resolve(".run-faults") : folder);
    Extent extent = journalOnly ? Extent.JOURNAL : Extent.EVERYTHING;
    Report report = new Report(System.out);
    report.note("seed %d; evidence in %s".formatted(seed, run.path()));
    SuiteUnderFault suite = new SuiteUnderFault(checkout, run, extent, planted(), report);
    // However it ends, nothing is left running and nothing is left mounted.
    Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stopping"));
    suite.start();
    if (!suite.disk().isAvailable()) {
      report.note("SKIPPED: filling the disk; this machine does not let us mount a tmpfs");
    }
    report.begins();
    try (Hospital hospital = journalOnly ? null : Hospital.of(suite)) {
      Duration length = Duration.ofMillis((long) (minutes * 60_000));
      boolean nothing =
          new Campaign(suite, hospital, report, new Random(seed))
              .run(new Campaign.Plan(length, only, stops, prove));
      return (nothing ? ExitCode.NOTHING_FOUND : ExitCode.FOUND).number();
    }
  }

  private Set<Plant> planted() {
    try {
      return plants.stream().map(Plant::labelled).collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private static int report(Exception failure, CommandLine line) {
    line.getErr().println(failure.getMessage() == null ? failure : failure.getMessage());
    if (!(failure instanceof CannotStart refusal)) {
      failure.printStackTrace(line.getErr());
      return ExitCode.FOUND.number();
    }
    return switch (refusal.reason()) {
      case ALREADY_RUNNING -> ExitCode.ALREADY_RUNNING.number();
      case PORT_TAKEN -> ExitCode.PORT_TAKEN.number();
      case NOT_BUILT -> ExitCode.NOT_BUILT.number();
      case PART_FAILED -> ExitCode.PART_FAILED.number();
    };
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
