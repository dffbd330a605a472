package gatehouse.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.deid.finding.Type;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.route.Route;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every text that an answer can carry beside its content: reasoning under its names, refusals,
 * summaries. Probabilities of tokens are no text: a piece of a placeholder stays one, as letters
 * and as bytes.
 */
@Clause("G-44")
class EveryTextTest {
  /** Said here once more: a name that goes lost in the product must not go lost in its test. */
  static final List<String> TEXTS =
      List.of("content", "refusal", "reasoning_content", "reasoning", "thinking");

  private static final String NAME = "欧阳明月";

  private final Placeholders session = Placeholders.fresh(new SecureRandom());
  private final String token = session.token(Type.PERSON, NAME, NAME);
  private final String said = "患者" + token + "复查";
  private final AnswerPlan chat = plan(Route.CHAT);
  private final AnswerPlan responses = plan(Route.RESPONSES);

  @ParameterizedTest
  @FieldSource("TEXTS")
  void chatTextsCutAnywhereComeBackInEveryChoice(String field) throws Exception {
    for (int cut = 0; cut <= said.length(); cut++) {
      StreamedAnswer answer = StreamedAnswer.of(chat, new Delivered());
      StringBuilder one = new StringBuilder();
      StringBuilder other = new StringBuilder();
      for (String piece : List.of(said.substring(0, cut), said.substring(cut))) {
        one.append(delta(answer.next(chunk(0, Json.object(field, piece), null)), field));
        other.append(delta(answer.next(chunk(1, Json.object(field, piece), null)), field));
      }
      one.append(delta(answer.next(chunk(0, Json.object(), "stop")), field));
      other.append(delta(answer.next(chunk(1, Json.object(), "stop")), field));

      assertThat(one).hasToString("患者欧阳明月复查");
      assertThat(other).hasToString("患者欧阳明月复查");
    }
  }

  @ParameterizedTest
  @FieldSource("TEXTS")
  void aWholeChatHasThemInEveryChoice(String field) throws Exception {
    Json.Obj choice = Json.object("message", Json.object(field, said));
    Json answer =
        WholeAnswer.of(chat, new Delivered())
            .finish(Json.object("choices", Json.array(choice, choice)));

    assertThat(JsonWriter.text(answer).split(NAME, -1)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response.reasoning_text",
        "response.reasoning_summary_text",
        "response.refusal",
        "response.output_text"
      })
  void eventsCutAnywhereComeBack(String kind) throws Exception {
    for (int cut = 0; cut <= said.length(); cut++) {
      StreamedAnswer answer = StreamedAnswer.of(responses, new Delivered());
      StringBuilder came = new StringBuilder();
      for (String piece : List.of(said.substring(0, cut), said.substring(cut))) {
        Json.Obj event = Json.object("type", kind + ".delta", "item_id", "i", "delta", piece);
        came.append(event(answer.next(event)));
      }
      List<Json.Obj> end =
          answer.next(
              Json.object("type", kind + ".done", "item_id", "i", "text", said, "refusal", said));
      end.subList(0, end.size() - 1).forEach(more -> came.append(more.string("delta")));

      assertThat(came).hasToString("患者欧阳明月复查");
      assertThat(end.getLast().string("text")).isEqualTo("患者欧阳明月复查");
      assertThat(end.getLast().string("refusal")).isEqualTo("患者欧阳明月复查");
    }
  }

  @Test
  void aWholeResponseHasThem() throws Exception {
    Json.Obj reasoning =
        Json.object(
            "type",
            "reasoning",
            "summary",
            Json.array(Json.object("type", "summary_text", "text", said)),
            "content",
            Json.array(Json.object("type", "reasoning_text", "text", said)));
    Json.Obj refusal =
        Json.object(
            "type",
            "message",
            "content",
            Json.array(Json.object("type", "refusal", "refusal", said)));

    Json answer =
        WholeAnswer.of(responses, new Delivered())
            .finish(Json.object("output", Json.array(reasoning, refusal)));

    assertThat(JsonWriter.text(answer).split(NAME, -1)).hasSize(4);
    assertThat(JsonWriter.text(answer)).doesNotContain(token);
  }

  @Test
  void probabilitiesOfTokensStayAsTheModelSaidThem() throws Exception {
    Json probabilities = probabilities();

    Json.Obj choice =
        Json.object("message", Json.object("content", said)).with("logprobs", probabilities);
    Json.Obj whole =
        WholeAnswer.of(chat, new Delivered()).finish(Json.object("choices", Json.array(choice)));
    Json.Obj streamed =
        StreamedAnswer.of(chat, new Delivered())
            .next(
                Json.object(
                    "choices",
                    Json.array(
                        Json.object("index", 0, "delta", Json.object("content", said))
                            .with("logprobs", probabilities))))
            .getFirst();
    Json.Obj event =
        StreamedAnswer.of(responses, new Delivered())
            .next(
                Json.object("type", "response.output_text.delta", "item_id", "i", "delta", said)
                    .with("logprobs", probabilities))
            .getFirst();
    Json.Obj part =
        Json.object("type", "output_text", "text", said).with("logprobs", probabilities);
    Json.Obj response =
        WholeAnswer.of(responses, new Delivered())
            .finish(
                Json.object(
                    "output",
                    Json.array(Json.object("type", "message", "content", Json.array(part)))));

    for (Json.Obj answer : List.of(whole, streamed, event, response)) {
      String text = JsonWriter.text(answer);
      assertThat(text).contains("\"logprobs\":" + JsonWriter.text(probabilities), NAME);
      assertThat(text.replace(JsonWriter.text(probabilities), "")).doesNotContain(token);
    }
  }

  /**
   * One that is a whole token, and pieces of one with the bytes of a sentinel cut in the middle.
   */
  private Json probabilities() throws Exception {
    return JsonReader.read(
        """
        {"content":[{"token":"%s","logprob":-0.1,"bytes":null,"top_logprobs":[]},
         {"token":"\\\\xe2\\\\x9f","logprob":-0.2,"bytes":[226,159],
          "top_logprobs":[{"token":"⟦","logprob":-3.0,"bytes":[226,159,166]}]}],"refusal":null}
        """
            .formatted(token));
  }

  private AnswerPlan plan(Route route) {
    return new AnswerPlan(route, "a", session, false, new AiLabel("内容由AI生成", "1", "", "id"));
  }

  private static Json.Obj chunk(int index, Json.Obj delta, @Nullable String finish) {
    Json.Obj choice = Json.object("index", index, "delta", delta);
    return Json.object(
        "choices",
        Json.array(finish == null ? choice : choice.with("finish_reason", new Json.Str(finish))));
  }

  private static String delta(List<Json.Obj> chunks, String field) {
    StringBuilder text = new StringBuilder();
    for (Json.Obj chunk : chunks) {
      if (chunk.get("choices") instanceof Json.Arr choices
          && choices.items().getFirst() instanceof Json.Obj choice
          && choice.get("delta") instanceof Json.Obj delta) {
        text.append(Objects.requireNonNullElse(delta.string(field), ""));
      }
    }
    return text.toString();
  }

  private static String event(List<Json.Obj> events) {
    StringBuilder text = new StringBuilder();
    events.forEach(event -> text.append(event.string("delta")));
    return text.toString();
  }
}
