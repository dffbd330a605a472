package gatehouse.deid.placeholders;

/**
 * An address in running text: after a scheme, after two slashes or backslashes (browsers take
 * either), or after {@code www.}. Only ASCII white space and {@code <} end it, as in GitHub
 * flavoured Markdown; any other character may be part of a path.
 */
final class BareAddressWatch {
  private static final String[] SCHEMES = {"http:", "https:", "ftp:", "ws:", "wss:", "file:"};

  private final Tail tail = new Tail();
  private boolean inside;

  /** Two slashes right before a value make the value itself a host. */
  private boolean slashes;

  boolean inside() {
    return inside || slashes;
  }

  void take(char c) {
    boolean ends = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '<';
    tail.take(c);
    if (ends) {
      end();
    } else if (!inside) {
      inside = (slashes && !isSlash(c)) || begins();
      slashes = isSlash(c) && endsInSlashes();
    }
  }

  void end() {
    inside = false;
    slashes = false;
  }

  private boolean begins() {
    for (String scheme : SCHEMES) {
      if (tail.endsWith(scheme)) {
        return true;
      }
    }
    return tail.endsWith("www.");
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
