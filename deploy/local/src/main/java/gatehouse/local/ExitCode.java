package gatehouse.local;

/** What {@code ./suite} answers to the shell; {@code ./suite help} lists the numbers. */
enum ExitCode {
  DONE(0),
  FAILED(1),
  WRONG_USAGE(2),
  NOT_READY(3),
  PORT_TAKEN(4),
  NOT_BUILT(5),
  PART_FAILED(6),
  ALREADY_RUNNING(7);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
