package gatehouse.verify.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

  @Test
  void escapesAreReadAsWritten() {
    assertThat(new String(line("a\\\"\\\\\\n\\u001F\u4f60\"").text(), UTF_8))
        .isEqualTo("a\"\\\n\u001F\u4f60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\/\"", "\\u000A\"", "\\u001f\"", "\\u0041\"", "\\", "\\u00", "a\tb\""})
  void anotherSpellingOfATextIsRefused(String text) {
    assertThatThrownBy(() -> line(text).text()).isInstanceOf(MalformedLineException.class);
  }

  @Test
  void base64IsRead() {
    assertThat(line("\"").base64()).isEmpty();
    assertThat(line("AA==\"").base64()).containsExactly(0);
    assertThat(line("AAA=\"").base64()).containsExactly(0, 0);
    assertThat(line("AAAA\"").base64()).containsExactly(0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB==\"", "AAB=\"", "AA\"", "AA=\"", "AA==AA==\"", "A-AA\"", " AAAA\""})
  void anotherSpellingOfBytesIsRefused(String text) {
    assertThatThrownBy(() -> line(text).base64()).isInstanceOf(MalformedLineException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "+1", "-1", "", "1234567890123456789"})
  void anotherSpellingOfANumberIsRefused(String text) {
    assertThatThrownBy(() -> line(text).number()).isInstanceOf(MalformedLineException.class);
  }

  @Test
  void hexadecimalIsLowerCase() {
    assertThat(line("0aff").hex(2)).containsExactly(0x0a, 0xff);
    assertThatThrownBy(() -> line("0aFF").hex(2)).isInstanceOf(MalformedLineException.class);
  }

  private static Line line(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new Line(bytes, 0, bytes.length);
  }
}
