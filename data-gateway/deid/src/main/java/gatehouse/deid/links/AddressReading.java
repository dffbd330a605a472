package gatehouse.deid.links;

import gatehouse.deid.links.AddressWatch.Writing;

/**
 * One reading of a text: all watches over the same characters. A character that is written with an
 * escape may begin an address, and ends none: another reader does not undo it.
 */
final class AddressReading {
  /** The object replacement character, which is in no address. */
  private static final char VALUE = '\uFFFC';

  private final BareAddressWatch bare;
  private final LinkTargetWatch target;
  private final TagWatch tag;
  private final AttributeWatch attribute;
  private final QuotedAddressWatch quoted;

  /** Whether the bare address began within a target or tag: then it ends with it. */
  private boolean enclosed;

  AddressReading() {
    this.bare = new BareAddressWatch();
    this.target = new LinkTargetWatch();
    this.tag = new TagWatch();
    this.attribute = new AttributeWatch();
    this.quoted = new QuotedAddressWatch();
  }

  private AddressReading(AddressReading other) {
    this.bare = new BareAddressWatch(other.bare);
    this.target = new LinkTargetWatch(other.target);
    this.tag = new TagWatch(other.tag);
    this.attribute = new AttributeWatch(other.attribute);
    this.quoted = new QuotedAddressWatch(other.quoted);
    this.enclosed = other.enclosed;
  }

  /** The same place in the same text, from which another reading goes on. */
  AddressReading copy() {
    return new AddressReading(this);
  }

  boolean inside() {
    return bare.inside() || isEnclosed() || quoted.inside();
  }

  void take(char c, Writing writing) {
    char plain = folded(c);
    boolean before = bare.inside();
    boolean around = isEnclosed();
    bare.take(plain, writing);
    target.take(plain, writing);
    tag.take(plain, writing);
    attribute.take(plain, writing);
    quoted.take(plain, writing, bare.inside());
    if (!before) {
      enclosed = around && bare.inside();
    } else if (enclosed && !isEnclosed()) {
      bare.end();
    }
  }

  void passValue() {
    bare.take(VALUE, Writing.PLAIN);
    target.take(VALUE, Writing.PLAIN);
    quoted.take(VALUE, Writing.PLAIN, bare.inside());
  }

  private boolean isEnclosed() {
    return target.inside() || tag.inside() || attribute.inside();
  }

  /** Small letters; full-width letters, full stops and slashes as the browsers' hosts read them. */
  private static char folded(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      char half = (char) (c - 0xFEE0);
      boolean folds = Character.isLetter(half) || half == '.' || half == '/' || half == '\\';
      return folds ? Character.toLowerCase(half) : c;
    }
    return Character.toLowerCase(c);
  }
}
