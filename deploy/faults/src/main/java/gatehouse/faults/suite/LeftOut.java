package gatehouse.faults.suite;

/**
 * A kind of fault that this machine does not let us bring about, so that nothing was shown of it.
 *
 * @param why what the machine answered
 */
public record LeftOut(String kind, String why) {
  @Override
  public String toString() {
    return kind + ": " + why;
  }
}
