package gatehouse.deid.links;

import gatehouse.deid.links.AddressWatch.Writing;

/**
 * An HTML tag, from {@code <} and an ASCII name to {@code >}: any attribute may load something. A
 * comparison such as {@code P<0.05} is no tag; a blank line ends what only looked like one.
 */
final class TagWatch {
  private final Tail tail;
  private boolean opened;
  private boolean named;
  private boolean inside;

  TagWatch() {
    this.tail = new Tail();
  }

  TagWatch(TagWatch other) {
    this.tail = new Tail(other.tail);
    this.opened = other.opened;
    this.named = other.named;
    this.inside = other.inside;
  }

  boolean inside() {
    return inside;
  }

  void take(char c, Writing writing) {
    tail.take(c);
    if (inside) {
      boolean other = named && c > 0x7F;
      named = named && (isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == ':');
      inside = !writing.isPlain() || (c != '>' && !other && !tail.endsWith("\n\n"));
    } else if (opened && isNameStart(c)) {
      inside = true;
      named = true;
    }
    opened = c == '<';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || c == '/' || c == '!' || c == '?';
  }
}
