package gatehouse.gateway.answer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads server-sent events out of bytes that are cut anywhere. Of each event only its data counts:
 * names, ids and comments of an upstream are not passed on.
 */
public final class EventStream {
  private static final int LARGEST_EVENT = 4 << 20;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
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
    for (byte b : bytes) {
      if (b == '\n' && afterCarriageReturn) {
        afterCarriageReturn = false;
        continue;
      }
      afterCarriageReturn = b == '\r';
      if (b == '\n' || b == '\r') {
        endOfLine(events);
      } else {
        line.write(b);
        if (line.size() + data.length() > LARGEST_EVENT) {
          throw new UnusableAnswerException("an event of the upstream's is too large");
        }
      }
    }
    return events;
  }

  private void endOfLine(List<String> events) throws UnusableAnswerException {
    String text = decoded();
    line.reset();
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

  private String decoded() throws UnusableAnswerException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line.toByteArray()))
          .toString();
    } catch (CharacterCodingException _) {
      throw new UnusableAnswerException("the upstream's stream is not UTF-8");
    }
  }
}
