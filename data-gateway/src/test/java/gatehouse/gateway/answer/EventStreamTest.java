package gatehouse.gateway.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The WHATWG's format of server-sent events, as far as data go, in pieces that are cut anywhere.
 */
class EventStreamTest {
  private static final List<String> LINES =
      List.of(
          "data: {\"a\":1}",
          "",
          ": a comment",
          "event: named",
          "data:没有空格",
          "data: 二",
          "",
          "id: 7",
          "",
          "data:",
          "",
          "data: \uFFFD stands for itself",
          "data:  two blanks",
          "",
          "");
  private static final List<String> DATA =
      List.of("{\"a\":1}", "没有空格\n二", "", "\uFFFD stands for itself\n two blanks");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void cutsMakeNoDifference(String end) throws UnusableAnswerException {
    byte[] all = (String.join(end, LINES) + end).getBytes(UTF_8);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < 2_000; i++) {
      List<Integer> cuts = new ArrayList<>(List.of(0, all.length));
      random.ints(random.nextInt(8), 0, all.length).forEach(cuts::add);
      cuts.sort(null);
      assertThat(read(all, cuts)).as("%s", cuts).isEqualTo(DATA);
    }
  }

  @Test
  void byteByByteTheyAreTheSame() throws UnusableAnswerException {
    EventStream stream = new EventStream();
    List<String> events = new ArrayList<>();
    for (byte b : (String.join("\r\n", LINES) + "\r\n").getBytes(UTF_8)) {
      events.addAll(stream.push(new byte[] {b}));
    }
    assertThat(events).isEqualTo(DATA);
  }

  @Test
  void anEventWithoutItsEndIsNone() throws UnusableAnswerException {
    assertThat(new EventStream().push("data: half\n".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void whatIsNoUtf8IsRefused() {
    byte[] cut = Arrays.copyOf("data: 张".getBytes(UTF_8), 8);
    byte[] line = Arrays.copyOf(cut, cut.length + 1);
    line[cut.length] = '\n';
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> new EventStream().push(line));
  }

  @Test
  void anEventWithoutEndIsRefusedWhereverItIsCut() {
    EventStream inOneLine = new EventStream();
    EventStream inManyLines = new EventStream();
    byte[] piece = ("data: " + "x".repeat(1 << 16)).getBytes(UTF_8);
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> pushed(inOneLine, piece, 65));
    byte[] lines = ("data: " + "x".repeat(1 << 16) + "\n").getBytes(UTF_8);
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> pushed(inManyLines, lines, 65));
  }

  private static void pushed(EventStream stream, byte[] piece, int times)
      throws UnusableAnswerException {
    for (int i = 0; i < times; i++) {
      stream.push(piece);
    }
  }

  private static List<String> read(byte[] all, List<Integer> cuts) throws UnusableAnswerException {
    EventStream stream = new EventStream();
    List<String> events = new ArrayList<>();
    for (int i = 1; i < cuts.size(); i++) {
      events.addAll(stream.push(Arrays.copyOfRange(all, cuts.get(i - 1), cuts.get(i))));
    }
    return events;
  }
}
