package gatehouse.faults;

import gatehouse.embedded.Checkout;
import gatehouse.faults.egress.StopTrials;
import gatehouse.faults.load.Hospital;
import gatehouse.faults.load.Load;
import gatehouse.faults.plant.Plant;
import gatehouse.faults.suite.Extent;
import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.local.blueprint.RunFolder;
import gatehouse.local.processes.CannotStart;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    usageHelpWidth = 100,
    description =
        "Starts the packaged suite on free ports in a folder of its own, breaks it under load, and"
            + " compares what was acknowledged with journals, topics and effects.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing was lost, doubled, reordered or let out",
      "1:something was; the lines say what",
      "2:wrong usage, or nothing to resume",
      "3:nothing was found, but the leg ended before --faults, --events or --stops were there:"
          + " --resume goes on",
      "4:a port is taken",
      "5:something is not built",
      "6:a part did not come up",
      "7:a run uses the folder already",
      "9:nothing was found, but with --targets something was slower than it should be",
      "143:stopped by Ctrl-C or TERM, which first finishes the fault under way and writes down how"
          + " far it came"
    })
final class Main implements Callable<Integer> {
  private static final Logger ZONKY =
      Logger.getLogger("io.zonky.test.db.postgres.embedded.EmbeddedPostgres");

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description =
          "How long faults strike at most in this leg; 0.5 is half a minute, 0 none. Default: 2, or"
              + " as long as it takes with --faults or --events.")
  private @Nullable Double minutes;

  @Option(
      names = "--faults",
      paramLabel = "N",
      defaultValue = "0",
      description = "Faults strike until there were N in all legs.")
  private long faults;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "0",
      description = "Faults strike until N requests were acknowledged in all legs.")
  private long events;

  @Option(
      names = "--resume",
      description =
          "Goes on with the data, the ledger, the order of the faults and the counts of the run in"
              + " the folder, which was given --faults, --events or --stops and has ended in any"
              + " orderly way. Give it the same goals.")
  private boolean resume;

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
      description =
          "Behind the faults stops an application until that was done N times in all legs, and"
              + " watches what still goes out.")
  private int stops;

  @Option(
      names = "--while",
      paramLabel = "WORDS",
      split = ",",
      description =
          "Stops only while something is wrong whose name contains one of these, such as"
              + " \"SIGSTOP\" or \"broker\". Default: a mixture, three of four in peace.")
  private List<String> during = List.of();

  @Option(
      names = "--gently",
      description =
          "Asks a quarter as often while faults strike: where two processors have to do it all.")
  private boolean gently;

  @Option(
      names = "--targets",
      description = "A missed target of time counts for the exit code; else it is only told.")
  private boolean targets;

  @Option(
      names = "--prove",
      description =
          "At the end plants a cursor in place of the queue and takes the inbox away, and with"
              + " --stops stops a gateway once more without its lease check: all must be seen."
              + " (--plant BUG does the same from the start, and so must end with 1.)")
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
  private @Nullable Path place;

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(out);
    // It complains, rightly, that a server which was killed cannot be stopped politely.
    ZONKY.setLevel(Level.OFF);
    System.exit(program().execute(arguments));
  }

  /** The program with what it answers when something fails. */
  static CommandLine program() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((failure, line, _) -> report(failure, line));
  }

  @Override
  public Integer call() throws Exception {
    refuseWhatMakesNoSense();
    Path checkout = Checkout.root();
    RunFolder folder = new RunFolder(place == null ? checkout.resolve(".run-faults") : place);
    Path evidence = Campaign.evidence(folder.path());
    Path keptFile = folder.path().resolve("leg.properties");
    KeptRun run = resume ? earlier(keptFile) : KeptRun.fresh(seed, journalOnly, only);
    Extent extent = run.journalOnly() ? Extent.JOURNAL : Extent.EVERYTHING;
    Announcing out = new Announcing(System.out);
    SuiteUnderFault suite =
        resume
            ? SuiteUnderFault.resumed(checkout, folder, extent, out)
            : SuiteUnderFault.fresh(checkout, folder, extent, planted(), out);
    OrderlyEnd end = new OrderlyEnd(suite);
    // A leg that is killed leaves nothing to go on from.
    Files.deleteIfExists(keptFile);
    Files.createDirectories(evidence);
    out.note("seed %d; evidence in %s".formatted(run.seed(), evidence));
    suite.start(out);
    suite.leftOut().forEach(one -> out.note("NOT POSSIBLE HERE: " + one));
    out.begins();
    try (Report report = new Report(out, evidence.resolve("faults.tsv"), run.faults());
        Hospital hospital = run.journalOnly() ? null : Hospital.of(suite)) {
      end.begins();
      Campaign campaign = new Campaign(suite, hospital, report, run, end.asked());
      try {
        Goal goal = Goal.of(minutes, faults, events);
        ExitCode code = campaign.run(new Campaign.Plan(goal, stops, during, prove, pace()));
        boolean isTooSlow = targets && code == ExitCode.NOTHING_FOUND && campaign.isTooSlow();
        return (isTooSlow ? ExitCode.TOO_SLOW : code).number();
      } finally {
        if (isResumable()) {
          campaign.kept().leave(keptFile);
          suite.keepData();
        }
        end.ends();
      }
    }
  }

  private void refuseWhatMakesNoSense() {
    if (stops < 0 || faults < 0 || events < 0 || (minutes != null && minutes < 0)) {
      throw new ParameterException(
          commandLine(), "--minutes, --faults, --events and --stops cannot be negative");
    }
    if (journalOnly && stops > 0) {
      throw new ParameterException(commandLine(), "--journal-only has nothing to --stops");
    }
    List<String> unknown =
        during.stream().filter(words -> !StopTrials.wrongs().contains(words)).toList();
    if (!unknown.isEmpty()) {
      throw new ParameterException(
          commandLine(),
          "--while knows no \"%s\"; what can be wrong: %s"
              .formatted(String.join("\", \"", unknown), StopTrials.wrongs()));
    }
    List<String> given =
        Stream.of("--seed", "--journal-only", "--only", "--plant")
            .filter(name -> commandLine().getParseResult().hasMatchedOption(name))
            .toList();
    if (resume && !given.isEmpty()) {
      throw new ParameterException(
          commandLine(), "--resume goes on as the run began, without " + String.join(", ", given));
    }
  }

  private KeptRun earlier(Path file) {
    return KeptRun.read(file)
        .orElseThrow(() ->
            new ParameterException(
                commandLine(),
                "Nothing to --resume: there is no "
                    + file
                    + ". A run leaves it when it was given --faults, --events or --stops and has"
                    + " ended by itself, by Ctrl-C or by TERM."));
  }

  /** What has a bug in it is nothing to go on from. */
  private boolean isResumable() {
    return (resume || stops > 0 || faults > 0 || events > 0) && plants.isEmpty() && !prove;
  }

  private Load.Pace pace() {
    return gently ? Load.Pace.GENTLE : Load.Pace.FULL;
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
