package gatehouse.deid.evaluation;

/**
 * What a finder says is a type, in UTF-16 units.
 *
 * @param type the finder's own word for it
 * @param start first position
 * @param end position after the last
 */
public record Span(String type, int start, int end) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }
}
