package gatehouse.gateway.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressVerdict.Blocked;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.gateway.route.Route;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in JSON inside a string, in names and ids, and in encoded text glued to words. */
@Clause({"G-42", "G-44"})
class HiddenInJsonTest {
  private static final List<String> SECRETS =
      List.of("欧阳明月", "110101196803074215", "13812345678", "00123456");

  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"住院号\":[\"00123456\"],\"note\":\"好\"}",
        "{\"住院号\":{\"value\":\"00123456\"}}",
        "{\"patient\":{\"name\":\"欧阳明月\"}}",
        "{\"phones\":[\"13812345678\"]}",
      })
  void labelsReachThroughListsAndObjects(String json) throws Exception {
    EgressVerdict verdict = toolResult(json);

    assertThat(verdict).isInstanceOf(Verified.class);
    assertNothingOf(SECRETS, verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"身份证号\":110101196803074215}",
        "{\"电话\":{\"value\":13812345678}}",
      })
  void aNumberThatIsSomebodysBlocks(String json) throws Exception {
    assertThat(toolResult(json)).isInstanceOf(Blocked.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "请解析 {\"身份证号\": 110101196803074215, \"x\": 1}",
        "{\"电话\":13812345678,}",
        "{\"电话\":[13812345678],,}",
      })
  void inJsonThatIsNoneATokenIsQuotedWhereANumberStood(String text) throws Exception {
    EgressVerdict verdict = toolResult(text);

    if (verdict instanceof Verified verified) {
      String sent = message(verified).replaceAll("\"[^\"]*\"", "\"\"").replaceFirst("^[^{]*", "");
      assertThat(sent).doesNotContain("⟦");
      assertNothingOf(SECRETS, verdict);
    } else {
      assertThat(verdict).isInstanceOf(Blocked.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"1101011968\",\"b\":\"03074215\"}",
        "[\"110101\",\"19680307\",\"4215\"]",
        "{\"a\":\"138\",\"b\":\"12345678\"}",
        "{\"a\":\"138\",\"b\":\"1234\",\"c\":\"5678\"}",
        "{\"a\":\"欧阳\",\"b\":\"明月\"}",
        "{\"in\":\"{\\\"a\\\":\\\"欧阳\\\",\\\"b\\\":\\\"明月\\\"}\"}",
      })
  void aValueCutInTwoStringsOfInnerJsonDoesNotLeaveWhole(String json) throws Exception {
    EgressVerdict verdict = toolResult(json);

    if (verdict instanceof Verified) {
      String joined = sent(verdict).replaceAll("[^\\p{IsHan}\\d⟦]|(?<=[a-z])\\d", "");
      assertNothingOf(SECRETS, joined);
    } else {
      assertThat(verdict).isInstanceOf(Blocked.class);
    }
  }

  @Test
  void vitalSignsInARowAreNoPhoneNumber() throws Exception {
    EgressVerdict verdict =
        toolResult("{\"sys\":138,\"dia\":82,\"hr\":76,\"spo2\":98,\"rr\":18,\"t\":36.5}");

    assertThat(verdict).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"query_13812345678", "查询欧阳明月", "⟦NAME-1-KQXMBT7⟧", "a b"})
  void namesOfFunctionsAndSchemasTakeNoTokensAndCarryNobody(String name) throws Exception {
    for (String template :
        List.of(
            "{'messages':[{'role':'user','content':'好'}],'tools':[{'type':'function','function':{'name':'%s'}}]}",
            "{'messages':[{'role':'assistant','tool_calls':[{'id':'c','type':'function','function':{'name':'%s','arguments':'{}'}}]}]}",
            "{'messages':[{'role':'user','content':'好'}],'tool_choice':{'type':'function','function':{'name':'%s'}}}",
            "{'messages':[{'role':'user','content':'好'}],'response_format':{'type':'json_schema','json_schema':{'name':'%s','schema':{}}}}")) {
      assertThat(prepared(template.replace('\'', '"').replace("%s", name)))
          .as(template)
          .isInstanceOf(Blocked.class);
    }
  }

  @Test
  void idsOfCallsAreNumberedAnewAndStillFindEachOther() throws Exception {
    EgressVerdict verdict =
        prepared(
            "{'messages':[{'role':'assistant','tool_calls':[{'id':'p13812345678','type':'function','function':{'name':'f','arguments':'{}'}}]},"
                    .replace('\'', '"')
                + "{'role':'tool','tool_call_id':'p13812345678','content':'好'}]}"
                    .replace('\'', '"'));

    assertThat(verdict).isInstanceOf(Verified.class);
    assertNothingOf(SECRETS, verdict);
    assertThat(sent(verdict)).contains("\"id\":\"call_1\"", "\"tool_call_id\":\"call_1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "ab", "abc", "hello", "patient/"})
  void encodedTextGluedToAWordIsRead(String word) throws Exception {
    for (String secret : SECRETS) {
      String plain = secret.equals("00123456") ? "no 00123456." : secret;
      String encoded = Base64.getEncoder().encodeToString(plain.getBytes(UTF_8));
      EgressVerdict verdict = toolResult("见 " + word + encoded + word + " 。");
      if (verdict instanceof Verified) {
        assertThat(sent(verdict)).as(word + " " + secret).doesNotContain(encoded);
      } else {
        assertThat(verdict).isInstanceOf(Blocked.class);
      }
    }
  }

  @Test
  void aNameAcrossKeysAndValuesIsNeverReplacedIntoBrokenJson() throws Exception {
    KnownOfPatient zhang =
        new KnownOfPatient(List.of("张伟民"), List.of(), List.of(), List.of(), List.of(), List.of());
    String body =
        "{\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":\"{\\\"张\\\":{\\\"伟\\\":\\\"民\\\"}}\"}]}";

    EgressVerdict verdict =
        prepare.prepare(
            CloudRequest.of(Route.CHAT, (Json.Obj) JsonReader.read(body), Set.of(), zhang));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Blocked.class,
            blocked -> {
              assertThat(blocked.reason()).isEqualTo(Code.RAW_EGRESS);
              assertThat(blocked.counts()).containsKey("ACROSS_MEMBERS");
            });
  }

  @Test
  void aLongBlockThatNobodyCanReadStays() throws Exception {
    byte[] noise = new byte[6000];
    new java.util.Random(7).nextBytes(noise);

    assertThat(toolResult("见 " + Base64.getEncoder().encodeToString(noise)))
        .isInstanceOfSatisfying(
            Blocked.class,
            blocked -> assertThat(blocked.counts()).containsKey("LEFT_ENCODED_TEXT"));
  }

  private EgressVerdict toolResult(String content) throws Exception {
    return prepared(
        "{\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":"
            + JsonWriter.text(new Json.Str(content))
            + "}]}");
  }

  private EgressVerdict prepared(String body) throws Exception {
    KnownOfPatient known =
        new KnownOfPatient(
            List.of("欧阳明月"), List.of(), List.of(), List.of(), List.of("00123456"), List.of());
    return prepare.prepare(
        CloudRequest.of(Route.CHAT, (Json.Obj) JsonReader.read(body), Set.of(), known));
  }

  private static String message(Verified verified) throws Exception {
    Json.Obj body = (Json.Obj) JsonReader.read(verified.bytes().toArray());
    Json.Arr messages = (Json.Arr) body.members().getOrDefault("messages", Json.array());
    String content = ((Json.Obj) messages.items().getFirst()).string("content");
    return content == null ? "" : content;
  }

  private static void assertNothingOf(List<String> secrets, EgressVerdict verdict) {
    assertNothingOf(secrets, sent(verdict));
  }

  private static void assertNothingOf(List<String> secrets, String text) {
    secrets.forEach(secret -> assertThat(text).doesNotContain(secret));
  }

  private static String sent(EgressVerdict verdict) {
    return new String(((Verified) verdict).bytes().toArray(), UTF_8);
  }
}
