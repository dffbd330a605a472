package gatehouse.deid.placeholders;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Restores a text that arrives in pieces, split anywhere. It holds back only from an open sentinel
 * on, and never more than the longest token of the session. Not safe for use by several threads.
 */
public final class StreamingRestore {
  private final Placeholders session;
  private final UnaryOperator<String> encode;
  private final AddressWatch watch = new AddressWatch();
  private final StringBuilder held = new StringBuilder();

  StreamingRestore(Placeholders session, UnaryOperator<String> encode) {
    this.session = session;
    this.encode = encode;
  }

  /** Takes the next piece and gives what may be shown now. */
  public String push(CharSequence chunk) {
    StringBuilder out = new StringBuilder(chunk.length() + 16);
    int longest = session.longest();
    for (int i = 0; i < chunk.length(); i++) {
      take(chunk.charAt(i), longest, out);
    }
    return out.toString();
  }

  /** The end of the stream: gives what was held back. */
  public String finish() {
    String rest = held.toString();
    held.setLength(0);
    return rest;
  }

  private void take(char c, int longest, StringBuilder out) {
    if (c == Placeholders.OPEN) {
      release(out);
      held.append(c);
    } else if (held.length() == 0) {
      watch.take(c);
      out.append(c);
    } else {
      held.append(c);
      if (c == Placeholders.CLOSE) {
        close(out);
      } else if (held.length() >= longest) {
        release(out);
      }
    }
  }

  private void close(StringBuilder out) {
    @Nullable String value = session.value(held.toString());
    if (value == null || watch.inside()) {
      release(out);
    } else {
      out.append(encode.apply(value));
      watch.passValue();
      held.setLength(0);
    }
  }

  private void release(StringBuilder out) {
    for (int i = 0; i < held.length(); i++) {
      if (held.charAt(i) < 0x80) {
        watch.take(held.charAt(i));
      }
    }
    out.append(held);
    held.setLength(0);
  }
}
