package gatehouse.gateway.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.tripwire.Tripwire;
import gatehouse.gateway.tripwire.TripwireVerdict;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInsTest {
  private final SecureRandom random = new SecureRandom();

  /** A hundred times, since what is invented is chosen by chance. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NATIONAL_ID   | 110101196803074215     | ^\\d{17}[\\dXx]$
          PHONE         | 13812345678            | ^1[3-9]\\d{9}$
          PHONE         | 138-1234-5678          | ^1\\d{10}$
          EMAIL         | a.b@example.com        | ^\\S+@\\S+$
          PERSON        | 欧阳明月               | ^[\\u4e00-\\u9fa5]{2,4}$
          RECORD_NUMBER | ZY20260305             | ^ZY\\d{8}$
          RECORD_NUMBER | 00123456               | ^\\d{8}$
          BANK_CARD     | 622202123456789012     | ^\\d{18}$
          BANK_CARD     | 6222021234567890123    | ^\\d{16,19}$
          INSURANCE_NO  | 3301061234             | ^\\d{10}$
          """)
  void whatIsInventedFitsIsCleanAndComesBack(Type type, String value, String pattern)
      throws Exception {
    String bare = value.replace("-", "");
    for (int i = 0; i < 100; i++) {
      Placeholders session = Placeholders.fresh(random);
      String token = session.token(type, value, value);

      String said = sent(session, token, "{\"type\":\"string\",\"pattern\":%s}", pattern);

      assertThat(said).matches(pattern).isNotIn(value, bare);
      assertThat(new Tripwire(System::nanoTime).scan(bytes(said), List.of(value)))
          .as(said)
          .isInstanceOf(TripwireVerdict.Clean.class);
      assertThat(session.restore("{\"x\":\"" + said + "\"}"))
          .isEqualTo("{\"x\":\"" + (bare.matches(pattern) ? bare : value) + "\"}");
    }
  }

  /**
   * Digits on both sides of a blank or a comma may be one number: none begins in an invented one.
   */
  @ParameterizedTest
  @CsvSource({
    "NATIONAL_ID, 110101196803074215, ^\\d{17}[\\dXx]$",
    "PHONE, 13812345678, ^1[3-9]\\d{9}$",
    "BANK_CARD, 6222021234567890123, ^\\d{19}$"
  })
  void aDateBehindItMakesNoOtherNumberOfIt(Type type, String value, String pattern)
      throws Exception {
    for (int i = 0; i < 500; i++) {
      Placeholders session = Placeholders.fresh(random);
      String token = session.token(type, value, value);

      String said = sent(session, token, "{\"type\":\"string\",\"pattern\":%s}", pattern);

      String sentence = "患者" + said + "，2901-03-12复诊";
      assertThat(new Tripwire(System::nanoTime).scan(bytes(sentence), List.of(value)))
          .as(sentence)
          .isInstanceOf(TripwireVerdict.Clean.class);
    }
  }

  @Test
  void aPatternThatNobodyCanWaitForLeavesTheToken() throws Exception {
    Placeholders session = Placeholders.fresh(random);
    String token = session.token(Type.PHONE, "13812345678", "13812345678");

    assertThat(sent(session, token, "{\"type\":\"string\",\"pattern\":%s}", "^(\\d+)+[a-z]$"))
        .isEqualTo(token);
  }

  @Test
  void aLengthIsADemandToo() throws Exception {
    Placeholders session = Placeholders.fresh(random);
    String token = session.token(Type.PHONE, "13812345678", "13812345678");

    assertThat(sent(session, token, "{\"type\":\"string\",\"maxLength\":11}", ""))
        .hasSize(11)
        .containsOnlyDigits();
  }

  private String sent(Placeholders session, String token, String schema, String pattern)
      throws Exception {
    Json body =
        JsonReader.read(
            "{\"messages\":[{\"content\":\"%s\"}],\"response_format\":{\"json_schema\":{\"schema\":%s}}}"
                .formatted(token, schema.formatted(JsonWriter.text(new Json.Str(pattern)))));
    if (!(StandIns.in((Json.Obj) body, session, random) instanceof Json.Obj result)
        || !(result.get("messages") instanceof Json.Arr messages)
        || !(messages.items().getFirst() instanceof Json.Obj message)
        || !(message.get("content") instanceof Json.Str(String content))) {
      throw new AssertionError("the body lost its message");
    }
    return content;
  }

  private static byte[] bytes(String said) {
    return ("{\"messages\":[{\"content\":\"" + said + "\"}]}").getBytes(StandardCharsets.UTF_8);
  }
}
