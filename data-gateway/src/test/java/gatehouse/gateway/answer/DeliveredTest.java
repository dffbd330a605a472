package gatehouse.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.route.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is registered of an answer: the text that a record can be held against, and its digest. */
@Clause("G-28")
class DeliveredTest {
  private static final AiLabel LABEL = new AiLabel("内容由AI生成", "1", "", "id");
  private static final String SAID = "右下肺结节。\n\n内容由AI生成";

  private final Placeholders session = Placeholders.fresh(new SecureRandom());

  /** Whoever redeems a release hashes the content: it is all that stands in the record. */
  @ParameterizedTest
  @ValueSource(strings = {"reasoning_content", "reasoning", "thinking"})
  void aChatIsItsContentAndNotWhatTheModelThoughtBefore(String thinking) throws Exception {
    Delivered delivered =
        whole(
            Route.CHAT,
            "{'choices':[{'index':0,'message':{'%s':'先想想。','content':'右下肺结节。'}}]}"
                .formatted(thinking));
    Delivered streamed =
        streamed(
            Route.CHAT,
            "{'choices':[{'index':0,'delta':{'%s':'先想想。'}}]}".formatted(thinking),
            "{'choices':[{'index':0,'delta':{'content':'右下肺结节。'}}]}",
            "{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}");

    for (Delivered one : List.of(delivered, streamed)) {
      assertThat(one.text()).isEqualTo(SAID);
      assertThat(one.digest()).isEqualTo(sha256(SAID));
      assertThat(one.characters()).isEqualTo(SAID.length());
      assertThat(one.tokens()).isEqualTo(SAID.length() + "先想想。".length());
    }
  }

  @Test
  void aResponseIsItsMessageAndNotWhatTheModelThoughtBefore() throws Exception {
    String output =
        """
        {'output':[{'type':'reasoning','content':[{'type':'reasoning_text','text':'先想想。'}]},
         {'type':'message','content':[{'type':'output_text','text':'右下肺结节。'}]}]}
        """;
    Delivered delivered = whole(Route.RESPONSES, output);
    Delivered streamed =
        streamed(
            Route.RESPONSES,
            "{'type':'response.reasoning_text.delta','output_index':0,'delta':'先想想。'}",
            "{'type':'response.reasoning_text.done','output_index':0,'text':'先想想。'}",
            "{'type':'response.output_text.delta','output_index':1,'delta':'右下肺结节。'}",
            "{'type':'response.output_text.done','output_index':1,'text':'右下肺结节。'}",
            "{'type':'response.completed','response':" + output + "}");

    for (Delivered one : List.of(delivered, streamed)) {
      assertThat(one.text()).isEqualTo(SAID);
      assertThat(one.digest()).isEqualTo(sha256(SAID));
    }
  }

  private Delivered whole(Route route, String answer) throws Exception {
    Delivered delivered = new Delivered();
    WholeAnswer.of(plan(route), delivered).finish(read(answer));
    return delivered;
  }

  private Delivered streamed(Route route, String... pieces) throws Exception {
    Delivered delivered = new Delivered();
    StreamedAnswer answer = StreamedAnswer.of(plan(route), delivered);
    for (String piece : pieces) {
      answer.next(read(piece));
    }
    return delivered;
  }

  private AnswerPlan plan(Route route) {
    return new AnswerPlan(route, "a", session, true, LABEL);
  }

  private static Json read(String json) throws Exception {
    return JsonReader.read(json.replace('\'', '"'));
  }

  private static String sha256(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256:" + HexFormat.of().formatHex(digest);
  }
}
