package gatehouse.gateway.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import gatehouse.deid.finding.Type;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.tripwire.Tripwire;
import gatehouse.gateway.tripwire.TripwireVerdict;
import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
          PHONE         | 02161234567            | ^0\\d{2,3}[2-8]\\d{6,7}$
          PHONE         | 0571-87654321          | ^0\\d{2,3}-\\d{7,8}$
          PHONE         | 13812345678            | ^[[0-9]{11}$
          PERSON        | 欧阳明月               | ^\\p{Script=Han}+$
          PERSON        | 欧阳明月               | ^[\\u{4e00}-\\u{9fa5}&&]{2,4}$
          """)
  void whatIsInventedFitsIsCleanAndComesBack(Type type, String value, String pattern)
      throws Exception {
    String bare = value.replace("-", "");
    Pattern read = Objects.requireNonNull(EcmaPattern.compiled(pattern));
    String shaped = read.matcher(value).find() ? value : bare;
    int spelling = 0;
    for (int i = 0; i < 100; i++) {
      Placeholders session = Placeholders.fresh(random);
      String token = session.token(type, value, value);

      String said = sent(session, token, "{\"type\":\"string\",\"pattern\":%s}", pattern);

      assertThat(said).containsPattern(read).isNotIn(value, bare);
      switch (new Tripwire(System::nanoTime).scan(bytes(said), List.of(value))) {
        case TripwireVerdict.Clean _ -> {}
        // Eight digits spell Chinese characters in hexadecimal once in a thousand: PrepareEgress
        // draws again then.
        case TripwireVerdict.Found(var counts) -> {
          assertThat(counts).as(said).containsOnlyKeys(Kind.ENCODED_TEXT);
          assertThat(++spelling).isLessThan(5);
        }
        case TripwireVerdict.Trouble trouble -> fail(said + trouble);
      }
      assertThat(session.restore("{\"x\":\"" + said + "\"}"))
          .isEqualTo("{\"x\":\"" + shaped + "\"}");
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

  /** A hundred times; nobody writes a number with a leading zero as an integer. */
  @ParameterizedTest
  @CsvSource({
    "PHONE, 13812345678, phone, 13812345678",
    "NATIONAL_ID, 110101196803074215, idNumber, 110101196803074215",
    "RECORD_NUMBER, 12345678, 住院号, 12345678",
    "PHONE, 138-1234-5678, contactPhone, 13812345678",
    "NATIONAL_ID, 110101196803074215, idcard, 110101196803074215",
    "PHONE, 13812345678, cellphone, 13812345678",
    "BANK_CARD, 622202123456789012, cardno, 622202123456789012",
    "NATIONAL_ID, 110101196803074215, id_cardno, 110101196803074215"
  })
  void anIntegerThatIsSomebodysNumber(Type type, String value, String name, String restored)
      throws Exception {
    int spelling = 0;
    for (int i = 0; i < 100; i++) {
      Placeholders session = Placeholders.fresh(random);
      String token = session.token(type, value, value);

      String said = sent(session, token, integer(name, ""), "");

      assertThat(said).matches("[1-9]\\d*").hasSameSizeAs(restored).isNotEqualTo(restored);
      switch (new Tripwire(System::nanoTime).scan(bytes(said), List.of(value))) {
        case TripwireVerdict.Clean _ -> {}
        // Eight digits spell Chinese characters in hexadecimal once in a thousand: PrepareEgress
        // draws again then.
        case TripwireVerdict.Found(var counts) -> {
          assertThat(counts).as(said).containsOnlyKeys(TripwireVerdict.Kind.ENCODED_TEXT);
          assertThat(++spelling).isLessThan(5);
        }
        case TripwireVerdict.Trouble trouble -> fail(said + trouble);
      }
      assertThat(session.restore("{\"x\":" + said + "}")).isEqualTo("{\"x\":" + restored + "}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00123456, recordNumber, ''",
    "12345678, days, ''",
    "12345678, discard, ''",
    "12345678, cardiacOutput, ''",
    "12345678, hotelNights, ''",
    "12345678, cardnote, ''",
    "12345678, idnoise, ''",
    "12345678, headphone, ''",
    "12345678, bedNumber, ',\"maximum\":99'",
    "110101196803074215, idNumber, ',\"maximum\":110101999999999999'"
  })
  void anIntegerThatCannotHoldItLeavesTheToken(String value, String name, String bound)
      throws Exception {
    Placeholders session = Placeholders.fresh(random);
    String token = session.token(Type.RECORD_NUMBER, value, value);

    assertThat(sent(session, token, integer(name, bound), "")).isEqualTo(token);
  }

  @Test
  void aPatternThatNobodyCanWaitForLeavesTheToken() throws Exception {
    Placeholders session = Placeholders.fresh(random);
    String token = session.token(Type.PHONE, "13812345678", "13812345678");

    assertThat(sent(session, token, "{\"type\":\"string\",\"pattern\":%s}", "^(\\d+)+[a-z]$"))
        .isEqualTo(token);
  }

  /** Java goes round without reading a character, or tries 2^60 ways to read none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?:(?:(?:(?:){9999}){9999}){9999}){9999}",
        "(?:(?:(?:\\b{9999}){9999}){9999}){9999}",
        "(?:(?:(?:a?|b?){9999}){9999}){9999}",
        "WAYS",
        "\\d+(?<=(?<=(?<=(?<=(?<=(?<=(?<=(?!).{0,99}).{0,99}).{0,99}).{0,99}).{0,99}).{0,99}).{0,99})"
      })
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPatternThatReadsNothingIsNotRead(String pattern) throws Exception {
    String read = pattern.equals("WAYS") ? "(?:a?|b?)".repeat(50) + "(?!)" : pattern;
    Placeholders session = Placeholders.fresh(random);
    String token = session.token(Type.PHONE, "13812345678", "13812345678");

    assertThat(EcmaPattern.compiled(read)).isNull();
    assertThat(sent(session, token, "{\"type\":\"string\",\"pattern\":%s}", read)).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(\\d{3}-){2}\\d{4}$",
        "^(?:[0-9A-F]{2}:){5}[0-9A-F]{2}$",
        "(^|\\s)\\d+(?:$|\\s)",
        "^$|^\\d{8}$",
        "^(?!000)(?<area>0\\d{2,3})?-?\\d{7,8}?$",
        "^[^\\]\\s]+@(\\w+\\.)+\\w{2,}$"
      })
  void whatSchemasUseIsRead(String pattern) {
    assertThat(EcmaPattern.compiled(pattern)).isNotNull();
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whatIsLateLeavesEveryToken() throws Exception {
    AtomicLong now = new AtomicLong();
    Deadline late = new Deadline(() -> now.getAndAdd(60), 100);
    Placeholders session = Placeholders.fresh(random);
    String token = session.token(Type.PHONE, "13812345678", "13812345678");

    assertThat(sent(session, token, "{\"type\":\"string\",\"pattern\":%s}", "^\\d{11}$", late))
        .isEqualTo(token);
    assertThat(session.restore("13812345678 " + token)).isEqualTo("13812345678 13812345678");
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "x"})
  void aUnionOfTypesHasTheDemandsOfEach(String name) throws Exception {
    Placeholders session = Placeholders.fresh(random);
    String token = session.token(Type.PHONE, "13812345678", "13812345678");
    String schema =
        "{\"properties\":{\"" + name + "\":{\"type\":[\"string\",\"integer\"],\"pattern\":%s}}}";

    assertThat(sent(session, token, schema, "^1[3-9]\\d{9}$")).matches("1[3-9]\\d{9}");
  }

  @Test
  void aLengthIsADemandToo() throws Exception {
    Placeholders session = Placeholders.fresh(random);
    String token = session.token(Type.PHONE, "13812345678", "13812345678");

    assertThat(sent(session, token, "{\"type\":\"string\",\"maxLength\":11}", ""))
        .hasSize(11)
        .containsOnlyDigits();
  }

  private static String integer(String name, String bound) {
    return "{\"properties\":{\"%s\":{\"type\":[\"integer\",\"null\"]%s}}}".formatted(name, bound);
  }

  private String sent(Placeholders session, String token, String schema, String pattern)
      throws Exception {
    Deadline deadline = new Deadline(System::nanoTime, Duration.ofSeconds(10).toNanos());
    return sent(session, token, schema, pattern, deadline);
  }

  private String sent(
      Placeholders session, String token, String schema, String pattern, Deadline deadline)
      throws Exception {
    Json body =
        JsonReader.read(
            "{\"messages\":[{\"content\":\"%s\"}],\"response_format\":{\"json_schema\":{\"schema\":%s}}}"
                .formatted(token, schema.formatted(JsonWriter.text(new Json.Str(pattern)))));
    if (!(StandIns.in((Json.Obj) body, session, random, deadline) instanceof Json.Obj result)
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
