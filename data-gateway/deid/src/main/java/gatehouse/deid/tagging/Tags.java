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
}
