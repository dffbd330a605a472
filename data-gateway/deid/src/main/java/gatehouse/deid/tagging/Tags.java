package gatehouse.deid.tagging;

/** The five tags of a character and which may follow which. */
final class Tags {
  static final int OUT = 0;
  static final int BEGIN = 1;
  static final int MIDDLE = 2;
  static final int END = 3;
  static final int SINGLE = 4;
  static final int COUNT = 5;

  private Tags() {}

  static boolean mayStart(int tag) {
    return tag != MIDDLE && tag != END;
  }

  static boolean mayStop(int tag) {
    return tag != BEGIN && tag != MIDDLE;
  }

  static boolean mayFollow(int before, int tag) {
    boolean inside = before == BEGIN || before == MIDDLE;
    boolean goesOn = tag == MIDDLE || tag == END;
    return inside == goesOn;
  }
}
