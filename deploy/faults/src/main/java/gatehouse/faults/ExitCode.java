package gatehouse.faults;

/** What {@code ./suite faults} answers to the shell. */
enum ExitCode {
  NOTHING_FOUND(0),
  FOUND(1),
  NOT_THERE_YET(3),
  NOT_BUILT(5),
  PART_FAILED(6),
  ALREADY_RUNNING(7),
  PORT_TAKEN(4),
  TOO_SLOW(9);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
