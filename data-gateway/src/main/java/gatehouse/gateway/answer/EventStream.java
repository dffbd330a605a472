package gatehouse.gateway.answer;

import gatehouse.gateway.json.StrictUtf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads server-sent events out of bytes that are cut anywhere. Of each event only its data counts:
 * names, ids and comments of an upstream are not passed on.
 */
public final class EventStream {
  private static final int LARGEST_EVENT = 4 << 20;

  /** The beginning of a line whose end has not come yet. */
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  private final StringBuilder data = new StringBuilder();
  private boolean hasData;
  private boolean afterCarriageReturn;

  /**
   * Takes bytes and gives the data of the events that are now complete.
   *
   * @throws UnusableAnswerException if an event is too large or not UTF-8
   */
  public List<String> push(byte[] bytes) throws UnusableAnswerException {
    List<String> events = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n' && afterCarriageReturn) {
        from = i + 1;
      } else if (b == '\n' || b == '\r') {
        endOfLine(line(bytes, from, i), events);
        from = i + 1;
      }
      afterCarriageReturn = b == '\r';
    }
    insistOnSize(bytes.length - from);
    begun.write(bytes, from, bytes.length - from);
    return events;
  }

  private String line(byte[] bytes, int from, int to) throws UnusableAnswerException {
    insistOnSize(to - from);
    if (begun.size() == 0) {
      return decoded(bytes, from, to - from);
    }
    begun.write(bytes, from, to - from);
    byte[] whole = begun.toByteArray();
    begun.reset();
    return decoded(whole, 0, whole.length);
  }

  private void insistOnSize(int more) throws UnusableAnswerException {
    if (begun.size() + more + data.length() > LARGEST_EVENT) {
      throw new UnusableAnswerException("an event of the upstream's is too large");
    }
  }

  private void endOfLine(String text, List<String> events) {
    if (text.isEmpty()) {
      if (hasData) {
        events.add(data.toString());
      }
      data.setLength(0);
      hasData = false;
    } else if (text.startsWith("data:")) {
      if (hasData) {
        data.append('\n');
      }
      data.append(text.startsWith(" ", 5) ? text.substring(6) : text.substring(5));
      hasData = true;
    }
  }

  private static String decoded(byte[] bytes, int from, int length) throws UnusableAnswerException {
    try {
      return StrictUtf8.decode(bytes, from, length);
    } catch (CharacterCodingException _) {
      throw new UnusableAnswerException("the upstream's stream is not UTF-8");
    }
  }
}
