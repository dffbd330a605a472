package gatehouse.local;

import gatehouse.local.processes.CannotStart;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of {@code ./suite}: one subcommand each. */
@Command(
    name = "./suite",
    description = "Runs Gatehouse on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      StopCommand.class,
      StatusCommand.class,
      DemoCommand.class,
      DevCommand.class,
      ParkedCommand.class,
      EraseCommand.class
    })
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // Chinese text, whatever the locale of the terminal says.
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.exit(execute(arguments));
  }

  static int execute(String... arguments) {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, line, _) -> report(failure, line))
        .execute(arguments);
  }

  private static int report(Exception failure, CommandLine line) {
    line.getErr().println(failure.getMessage() == null ? failure : failure.getMessage());
    ExitCode code =
        failure instanceof CannotStart refusal ? codeOf(refusal.reason()) : ExitCode.FAILED;
    return code.number();
  }

  private static ExitCode codeOf(CannotStart.Reason reason) {
    return switch (reason) {
      case ALREADY_RUNNING -> ExitCode.ALREADY_RUNNING;
      case PORT_TAKEN -> ExitCode.PORT_TAKEN;
      case NOT_BUILT -> ExitCode.NOT_BUILT;
      case PART_FAILED -> ExitCode.PART_FAILED;
    };
  }
}
