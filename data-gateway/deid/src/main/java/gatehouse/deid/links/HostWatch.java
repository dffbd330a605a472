package gatehouse.deid.links;

import java.util.Set;

/**
 * A host without a scheme before a path, {@code evil.example.com/?q=}, which programs make a link
 * of when they know its domain: of a country, in two letters, or one of the common ones.
 */
final class HostWatch {
  private static final Set<String> DOMAINS =
      Set.of(
          "com", "net", "org", "edu", "gov", "info", "biz", "pro", "web", "xxx", "aero", "asia",
          "coop", "museum", "name", "shop", "top", "xyz", "dev", "app", "site", "online", "cloud",
          "club", "vip", "wang", "link", "page", "live", "store", "tech", "zip");
  private static final int LONGEST_DOMAIN = 8;

  private final StringBuilder label = new StringBuilder(LONGEST_DOMAIN + 1);
  private boolean dotted;
  private boolean port;

  HostWatch() {}

  HostWatch(HostWatch other) {
    this.label.append(other.label);
    this.dotted = other.dotted;
    this.port = other.port;
  }

  /** Takes the next character and tells whether it ends a host where a path begins. */
  boolean endsWith(char c) {
    if (c >= '0' && c <= '9' && port) {
      return false;
    }
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') {
      if (port) {
        reset();
      }
      if (label.length() <= LONGEST_DOMAIN) {
        label.append(c);
      }
      return false;
    }
    if (c == '.') {
      dotted = !port && (dotted || label.length() > 0);
      port = false;
      label.setLength(0);
      return false;
    }
    boolean host = dotted && isDomain();
    port = host && c == ':';
    if (!port) {
      reset();
    }
    return host && (c == '/' || c == '?' || c == '#' || c == '\\');
  }

  private boolean isDomain() {
    return label.length() == 2
        ? Character.isLetter(label.charAt(0)) && Character.isLetter(label.charAt(1))
        : label.length() > 2 && DOMAINS.contains(label.toString());
  }

  private void reset() {
    label.setLength(0);
    dotted = false;
    port = false;
  }
}
