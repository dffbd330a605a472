package gatehouse.deid.finding;

/**
 * A span of the original text that identifies somebody.
 *
 * @param type what it is
 * @param start first position in UTF-16 units of the original text
 * @param end position after the last, in UTF-16 units; never inside a surrogate pair
 * @param confidence 0 to 1; a wrong checksum lowers it, it never removes a finding
 * @param stage who found it
 */
public record Finding(Type type, int start, int end, double confidence, Stage stage) {
  public Finding {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence outside 0..1");
    }
  }

  /** Length in UTF-16 units. */
  public int length() {
    return end - start;
  }

  /** Whether both share at least one position. */
  public boolean overlaps(Finding other) {
    return start < other.end && other.start < end;
  }
}
