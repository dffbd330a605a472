package gatehouse.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.deid.finding.Type;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.route.Route;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is JSON stays JSON, whatever stands in the values that come back into it. */
@Clause("G-44")
class ToldJsonTest {
  private static final String NAME = "阿\"宝\\\n欧阳";
  private static final AiLabel LABEL = new AiLabel("内容由AI生成", "1", "", "id");
  private static final boolean DECLARED = false;
  private static final boolean FREE = true;

  private final Placeholders session = Placeholders.fresh(new SecureRandom());
  private final String token = session.token(Type.PERSON, NAME, NAME);
  private final String json = "{ \"name\": \"%s\", \"note\": \"患者%s。\" }".formatted(token, token);

  @ParameterizedTest
  @ValueSource(booleans = {DECLARED, FREE})
  void aWholeChatAnswer(boolean plainText) throws Exception {
    Json.Obj choice = Json.object("index", 0, "message", Json.object("content", json));

    Json.Obj answer = finish(Route.CHAT, plainText, Json.object("choices", Json.array(choice)));

    holdsTheName(said(at(first(answer, "choices"), "message"), "content"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {DECLARED, FREE})
  void aChatAnswerCutAnywhere(boolean plainText) throws Exception {
    for (int cut = 0; cut <= json.length(); cut++) {
      StreamedAnswer stream = stream(Route.CHAT, plainText);
      StringBuilder came = new StringBuilder();
      came.append(content(stream.next(chunk(json.substring(0, cut)))));
      came.append(content(stream.next(chunk(json.substring(cut)))));
      came.append(content(stream.next(last())));
      holdsTheName(came.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {DECLARED, FREE})
  void aWholeResponse(boolean plainText) throws Exception {
    Json.Obj response = Json.object("output", Json.array(Json.object("content", parts())));

    Json.Obj answer = finish(Route.RESPONSES, plainText, response);

    holdsTheName(said(first(first(answer, "output"), "content"), "text"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {DECLARED, FREE})
  void aResponseCutAnywhereAndRepeatedAsAWhole(boolean plainText) throws Exception {
    for (int cut = 0; cut <= json.length(); cut++) {
      StreamedAnswer stream = stream(Route.RESPONSES, plainText);
      StringBuilder came = new StringBuilder();
      came.append(deltas(stream.next(event("delta", "delta", json.substring(0, cut)))));
      came.append(deltas(stream.next(event("delta", "delta", json.substring(cut)))));
      List<Json.Obj> done = stream.next(event("done", "text", json));
      came.append(deltas(done));
      holdsTheName(came.toString());
      holdsTheName(said(done.getLast(), "text"));
    }
  }

  /** A model may decline in prose, and prose is what people read. */
  @ParameterizedTest
  @CsvSource({"患者%s的资料不足。", "[1] 患者%s。", "%s {}"})
  void proseIsNoJson(String form) throws Exception {
    String prose = form.formatted(token);
    Json.Obj choice = Json.object("index", 0, "message", Json.object("content", prose));

    Json.Obj answer = finish(Route.CHAT, FREE, Json.object("choices", Json.array(choice)));

    assertThat(said(at(first(answer, "choices"), "message"), "content"))
        .startsWith(form.formatted(NAME));
  }

  /** What a caller quoted out of a document, escapes and all, comes back as it was quoted. */
  @Test
  void aValueWithItsOwnEscapesKeepsThem() throws Exception {
    String quoted = "欧\\n阳";
    String again = session.token(Type.PERSON, quoted, quoted);
    Json.Obj message = Json.object("content", "{\"name\":\"" + again + "\"}\n{}");

    Json.Obj answer =
        finish(
            Route.CHAT, FREE, Json.object("choices", Json.array(Json.object("message", message))));

    assertThat(said(at(first(answer, "choices"), "message"), "content")).contains(quoted + '"');
  }

  private static void holdsTheName(String text) {
    try {
      assertThat(JsonReader.read(text))
          .isEqualTo(Json.object("name", NAME, "note", "患者" + NAME + "。"));
    } catch (MalformedJsonException e) {
      throw new AssertionError("no JSON any more: " + text, e);
    }
  }

  private Json.Obj finish(Route route, boolean plainText, Json.Obj answer) throws Exception {
    return WholeAnswer.of(plan(route, plainText), new Delivered()).finish(answer);
  }

  private StreamedAnswer stream(Route route, boolean plainText) {
    return StreamedAnswer.of(plan(route, plainText), new Delivered());
  }

  private AnswerPlan plan(Route route, boolean plainText) {
    return new AnswerPlan(route, "a", session, plainText, LABEL);
  }

  private Json.Arr parts() {
    return Json.array(Json.object("type", "output_text", "text", json));
  }

  private static Json.Obj chunk(String content) {
    Json.Obj delta = Json.object("content", content);
    return Json.object("choices", Json.array(Json.object("index", 0, "delta", delta)));
  }

  private static Json.Obj last() {
    return Json.object(
        "choices",
        Json.array(Json.object("index", 0, "delta", Json.object(), "finish_reason", "stop")));
  }

  private static Json.Obj event(String kind, String member, String text) {
    return Json.object("type", "response.output_text." + kind, "output_index", 0, member, text);
  }

  private static String content(List<Json.Obj> chunks) {
    StringBuilder content = new StringBuilder();
    for (Json.Obj chunk : chunks) {
      String said = at(first(chunk, "choices"), "delta").string("content");
      content.append(said == null ? "" : said);
    }
    return content.toString();
  }

  private static String deltas(List<Json.Obj> events) {
    StringBuilder text = new StringBuilder();
    for (Json.Obj event : events) {
      String said = event.string("delta");
      text.append(said == null ? "" : said);
    }
    return text.toString();
  }

  private static String said(Json.Obj object, String key) {
    return Objects.requireNonNull(object.string(key));
  }

  private static Json.Obj at(Json.Obj object, String key) {
    return (Json.Obj) Objects.requireNonNull(object.get(key));
  }

  private static Json.Obj first(Json.Obj object, String key) {
    return (Json.Obj) ((Json.Arr) Objects.requireNonNull(object.get(key))).items().getFirst();
  }
}
