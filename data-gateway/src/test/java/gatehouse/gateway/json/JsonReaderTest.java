package gatehouse.gateway.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @Test
  void writesBackWhatItRead() throws MalformedJsonException {
    String text = "{\"a\":[1,-0.50e+3,true,null,\"患者\\n\\\"😀\"],\"b\":{},\"c\":[]}";

    Json value = JsonReader.read(text);

    assertThat(JsonWriter.text(value)).isEqualTo(text);
  }

  @Test
  void escapesMeanTheirCharacters() throws MalformedJsonException {
    Json value = JsonReader.read("\"\\u5f20\\u4e09 \\ud83d\\ude00 \\/\"");

    assertThat(value).isEqualTo(new Json.Str("张三 😀 /"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":1}x",
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":NaN}",
        "{a:1}",
        "[1,]",
        "[1 2]",
        "'a'",
        "\"\\ud83d\"",
        "\"\\x41\"",
        "\"\\u00g0\"",
        "\"a\nb\"",
        "\"open",
        "\uFEFF{}",
        "//c\n{}",
        "tru"
      })
  void refusesWhatOthersMayReadDifferently(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void aRequestOfTooManyValuesIsRefusedWithWhatToDo() throws MalformedJsonException {
    byte[] most = values(JsonReader.MOST_VALUES - 1);
    byte[] more = values(JsonReader.MOST_VALUES);

    assertThat(JsonReader.request(most)).isInstanceOf(Json.Arr.class);
    assertThat(JsonReader.read(more)).isInstanceOf(Json.Arr.class);
    assertThatThrownBy(() -> JsonReader.request(more))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("send less in one call");
  }

  @Test
  void norMayTheyStandInAString() throws MalformedJsonException {
    Json most = new Json.Str(new String(values(JsonReader.MOST_VALUES - 1), UTF_8));
    Json more = new Json.Str(new String(values(JsonReader.MOST_VALUES), UTF_8));
    Json twice = new Json.Str(JsonWriter.text(new Json.Arr(List.of(more))));

    assertThat(JsonReader.request(JsonWriter.bytes(most))).isEqualTo(most);
    for (Json value : List.of(more, twice)) {
      byte[] body = JsonWriter.bytes(value);
      assertThat(JsonReader.read(body)).isEqualTo(value);
      assertThatThrownBy(() -> JsonReader.request(body))
          .isInstanceOf(MalformedJsonException.class)
          .hasMessageContaining("values in a string");
    }
  }

  /** A list, which is a value itself, of so many others. */
  private static byte[] values(int count) {
    return ("[" + "{},".repeat(count - 1) + "{}]").getBytes(UTF_8);
  }

  @Test
  void refusesOtherEncodingsThanUtf8() {
    byte[] overlong = {'"', (byte) 0xC0, (byte) 0xB1, '"'};

    assertThatThrownBy(() -> JsonReader.read(overlong)).isInstanceOf(MalformedJsonException.class);
    assertThatThrownBy(() -> JsonReader.read("{\"a\":1}".getBytes(UTF_16)))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void refusesDeepNestingWithoutOverflow() {
    byte[] deep = "[".repeat(100_000).getBytes(UTF_8);

    assertThatThrownBy(() -> JsonReader.read(deep))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("64");
  }

  @Test
  void faultsNeverRepeatTheText() {
    assertThatThrownBy(() -> JsonReader.read("{\"张三\":1,\"张三\":2}")).hasMessageNotContaining("张三");
  }
}
