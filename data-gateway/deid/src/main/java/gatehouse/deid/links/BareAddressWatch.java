package gatehouse.deid.links;

import gatehouse.deid.links.AddressWatch.Writing;

/**
 * An address in running text: after a scheme, after two slashes or backslashes (browsers take
 * either), after {@code www.}, or after a host of a well-known domain and a slash. Only ASCII white
 * space and {@code <} end it, as in GitHub flavoured Markdown; any other character may be part of a
 * path.
 */
final class BareAddressWatch {
  private static final String[] SCHEMES = {
    "http:",
    "https:",
    "ftp:",
    "ws:",
    "wss:",
    "file:",
    "mailto:",
    "xmpp:",
    "javascript:",
    "vbscript:"
  };
  private static final String[] EMBEDDED = {"data:text/", "data:image/", "data:application/"};

  private final Tail tail;
  private final HostWatch host;
  private boolean inside;

  /** Two slashes right before a value make the value itself a host. */
  private boolean slashes;

  BareAddressWatch() {
    this.tail = new Tail();
    this.host = new HostWatch();
  }

  BareAddressWatch(BareAddressWatch other) {
    this.tail = new Tail(other.tail);
    this.host = new HostWatch(other.host);
    this.inside = other.inside;
    this.slashes = other.slashes;
  }

  boolean inside() {
    return inside || slashes;
  }

  void take(char c, Writing writing) {
    boolean ends =
        writing.isPlain() && (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '<');
    tail.take(c);
    boolean path = host.endsWith(c);
    if (ends) {
      end();
    } else if (!inside) {
      inside = (slashes && !isSlash(c)) || path || begins(c);
      slashes = isSlash(c) && endsInSlashes();
    }
  }

  void end() {
    inside = false;
    slashes = false;
  }

  private boolean begins(char c) {
    return switch (c) {
      case ':' -> endsWithOneOf(SCHEMES);
      case '/' -> endsWithOneOf(EMBEDDED);
      case '.' -> tail.endsWith("www.");
      default -> false;
    };
  }

  private boolean endsWithOneOf(String[] beginnings) {
    for (String beginning : beginnings) {
      if (tail.endsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsInSlashes() {
    return tail.endsWith("//")
        || tail.endsWith("\\\\")
        || tail.endsWith("/\\")
        || tail.endsWith("\\/");
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }
}
