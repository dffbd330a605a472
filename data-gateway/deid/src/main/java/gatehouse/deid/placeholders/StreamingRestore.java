package gatehouse.deid.placeholders;

import gatehouse.deid.links.AddressWatch;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Restores a text that arrives in pieces, split anywhere. It holds back only from an open sentinel
 * on, and never more than the longest token of the session; where the session has surrogates, also
 * a word or number whose end is still to come. Not safe for use by several threads.
 */
public final class StreamingRestore {
  /** No surrogate is longer, and nobody waits for the end of a picture. */
  private static final int LONGEST_RUN = 80;

  private final Placeholders session;
  private final UnaryOperator<String> encode;
  private final AddressWatch watch = new AddressWatch();
  private final StringBuilder held = new StringBuilder();
  private final StringBuilder run = new StringBuilder();
  private final @Nullable Surrogates surrogates;
  private boolean overlong;

  StreamingRestore(Placeholders session, UnaryOperator<String> encode) {
    this.session = session;
    this.encode = encode;
    this.surrogates = session.surrogates();
  }

  /** Takes the next piece and gives what may be shown now. */
  public String push(CharSequence chunk) {
    StringBuilder out = new StringBuilder(chunk.length() + 16);
    int longest = session.longest();
    if (surrogates == null) {
      for (int i = 0; i < chunk.length(); i++) {
        take(chunk.charAt(i), longest, out);
      }
    } else {
      for (int i = 0; i < chunk.length(); i++) {
        gather(surrogates, chunk.charAt(i), longest, out);
      }
    }
    return out.toString();
  }

  /** Waits for the end of what may be a surrogate, and lets a token take its place. */
  private void gather(Surrogates known, char c, int longest, StringBuilder out) {
    boolean belongs = known.mayBelong(c);
    if (!belongs) {
      endRun(known, longest, out);
      take(c, longest, out);
    } else if (overlong) {
      take(c, longest, out);
    } else {
      run.append(c);
      if (run.length() > LONGEST_RUN) {
        overlong = true;
        releaseRun(run.toString(), longest, out);
      }
    }
  }

  private void endRun(Surrogates known, int longest, StringBuilder out) {
    overlong = false;
    if (run.length() > 0) {
      releaseRun(known.inward(run.toString()), longest, out);
    }
  }

  private void releaseRun(String text, int longest, StringBuilder out) {
    run.setLength(0);
    for (int i = 0; i < text.length(); i++) {
      take(text.charAt(i), longest, out);
    }
  }

  /** The end of the stream: gives what was held back. */
  public String finish() {
    StringBuilder out = new StringBuilder();
    if (surrogates != null) {
      endRun(surrogates, session.longest(), out);
    }
    out.append(held);
    held.setLength(0);
    return out.toString();
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
