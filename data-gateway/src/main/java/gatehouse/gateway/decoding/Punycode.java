package gatehouse.gateway.decoding;

import java.net.IDN;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of domains in other alphabets (RFC 3492): {@code xn--} and what follows. */
final class Punycode {
  private static final Pattern LABEL = Pattern.compile("(?i)xn--[a-z0-9-]{1,59}");

  private Punycode() {}

  static String decoded(String text) {
    if (!text.contains("n--") && !text.contains("N--")) {
      return text;
    }
    return LABEL
        .matcher(text)
        .replaceAll(
            label -> Matcher.quoteReplacement(IDN.toUnicode(label.group(), IDN.ALLOW_UNASSIGNED)));
  }
}
