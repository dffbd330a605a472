package gatehouse.gateway.egress;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.answer.AiLabel;
import gatehouse.gateway.answer.AnswerPlan;
import gatehouse.gateway.answer.Delivered;
import gatehouse.gateway.answer.StreamedAnswer;
import gatehouse.gateway.answer.WholeAnswer;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.route.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A model that echoes gives the physician the caller's own characters, in whatever spelling. */
@Clause("G-44")
class RestoredTest {
  private static final KnownOfPatient PATIENT =
      new KnownOfPatient(
          List.of("张伟民"),
          List.of("李秀兰"),
          List.of(SpellingsTest.PHONE),
          List.of(SpellingsTest.CARD),
          List.of(SpellingsTest.RECORD),
          List.of());

  private static final String NOTE =
      "邮箱 zhangwm1968@example.com，备用 zhang.weimin@example.com。张 伟 民 与张伟民先生，Zhang Wei-min、"
          + "ZHANG WEIMIN；电话 138 1234 5678 即 13812345678；2023年5月6日（2023-05-06）入院。";

  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));
  private final SplittableRandom random = new SplittableRandom(44);

  @Test
  void mailAndPhonesComeBackUnchanged() throws Exception {
    Verified verified = (Verified) prepare.prepare(Requests.says(NOTE, PATIENT));

    assertThat(Requests.sent(verified)).contains("⟦EMAIL-1-").contains("⟦EMAIL-2-");
    assertThat(Requests.sent(verified)).contains("⟦NAME-1-").contains("⟦NAME-1B-");
    assertThat(Requests.sent(verified)).doesNotContainIgnoringCase("zhang");
    comesBack(NOTE, verified);
  }

  @Test
  void everySpellingThatLeavesReplacedComesBackAsItWas() throws Exception {
    Map<String, UnaryOperator<String>> spellings = new TreeMap<>(Spellings.ofText());
    int replaced = 0;
    for (Map.Entry<String, UnaryOperator<String>> spelling : spellings.entrySet()) {
      for (String value : List.of("张伟民", SpellingsTest.CARD, SpellingsTest.PHONE)) {
        String text = "患者咳嗽3周。附：%s，即「%s」。".formatted(spelling.getValue().apply(value), value);
        if (prepare.prepare(Requests.says(text, PATIENT)) instanceof Verified verified) {
          replaced++;
          comesBack(text, verified);
        }
      }
    }
    assertThat(replaced).isGreaterThan(spellings.size());
  }

  @Test
  void argumentsOfACallComeBackAsTheSameJson() throws Exception {
    String arguments =
        "{\"name\":\"张 伟 民\",\"again\":\"張偉民\",\"mail\":\"zhang.weimin@example.com\",\"text\":"
            + Requests.quoted("张\n伟\"民，电话138 1234 5678")
            + "}";
    String body =
        "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\","
            + "\"function\":{\"name\":\"f\",\"arguments\":"
            + Requests.quoted(arguments)
            + "}}]}]}";
    Verified verified = (Verified) prepare.prepare(Requests.body(body, PATIENT));
    Json.Obj sent = (Json.Obj) JsonReader.read(Requests.sent(verified));
    Json message = first(sent, "messages");

    Json.Obj answer = whole(verified, Json.object("index", 0, "message", message));

    Json.Obj call = first(member(first(answer, "choices"), "message"), "tool_calls");
    String restored = member(call, "function").string("arguments");
    assertThat(JsonWriter.text(sent)).doesNotContain("伟", "偉", "zhang", "1234");
    assertThat(JsonReader.read(String.valueOf(restored))).isEqualTo(JsonReader.read(arguments));
  }

  /** Echoed in one piece, and streamed in pieces of any length. */
  private void comesBack(String text, Verified verified) throws Exception {
    String echo = Requests.said(verified);
    Json.Obj answer =
        whole(verified, Json.object("index", 0, "message", Json.object("content", echo)));
    assertThat(member(first(answer, "choices"), "message").string("content")).isEqualTo(text);
    assertThat(streamed(verified, echo)).isEqualTo(text);
  }

  private static Json.Obj whole(Verified verified, Json.Obj choice) throws Exception {
    return WholeAnswer.of(plan(verified), new Delivered())
        .finish(Json.object("choices", Json.array(choice)));
  }

  private String streamed(Verified verified, String echo) throws Exception {
    StreamedAnswer stream = StreamedAnswer.of(plan(verified), new Delivered());
    StringBuilder came = new StringBuilder();
    for (int at = 0, next; at < echo.length(); at = next) {
      next = Math.min(echo.length(), at + random.nextInt(1, 12));
      Json.Obj delta = Json.object("content", echo.substring(at, next));
      Json.Obj piece =
          next == echo.length()
              ? Json.object("index", 0, "delta", delta, "finish_reason", "stop")
              : Json.object("index", 0, "delta", delta);
      for (Json.Obj chunk : stream.next(Json.object("choices", Json.array(piece)))) {
        came.append(member(first(chunk, "choices"), "delta").string("content"));
      }
    }
    return came.toString();
  }

  private static AnswerPlan plan(Verified verified) {
    return new AnswerPlan(
        Route.CHAT, "a", verified.session(), false, new AiLabel("内容由AI生成", "1", "", "id"));
  }

  private static Json.Obj member(Json.Obj object, String name) {
    return (Json.Obj) Objects.requireNonNull(object.get(name));
  }

  private static Json.Obj first(Json.Obj object, String name) {
    return (Json.Obj) ((Json.Arr) Objects.requireNonNull(object.get(name))).items().getFirst();
  }
}
