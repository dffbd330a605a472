package gatehouse.deid.placeholders;

/**
 * Tells whether a stream of text stands inside a web address, a link's target, or a tag. A value
 * restored there would leave with the next click or image load. When in doubt it says yes.
 */
final class AddressWatch {
  /** The object replacement character, which is in no address. */
  private static final char VALUE = '\uFFFC';

  private final BareAddressWatch bare = new BareAddressWatch();
  private final LinkTargetWatch target = new LinkTargetWatch();
  private final TagWatch tag = new TagWatch();
  private final AttributeWatch attribute = new AttributeWatch();

  /** Whether the bare address began within a target or tag: then it ends with it. */
  private boolean enclosed;

  boolean inside() {
    return bare.inside() || isEnclosed();
  }

  void take(char c) {
    char lower = Character.toLowerCase(c);
    boolean before = bare.inside();
    boolean around = isEnclosed();
    bare.take(lower);
    target.take(lower);
    tag.take(lower);
    attribute.take(lower);
    if (!before) {
      enclosed = around && bare.inside();
    } else if (enclosed && !isEnclosed()) {
      bare.end();
    }
  }

  /** A value was restored here: what stands before it and behind it does not touch. */
  void passValue() {
    bare.take(VALUE);
    target.take(VALUE);
  }

  private boolean isEnclosed() {
    return target.inside() || tag.inside() || attribute.inside();
  }
}
