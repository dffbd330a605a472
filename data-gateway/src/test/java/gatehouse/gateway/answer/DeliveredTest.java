package gatehouse.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.deid.finding.Type;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
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

  private static final String CALL =
      "{'type':'function_call','call_id':'c','name':'write_order','arguments':'%s'}";

  /** Members of an object, as they stand in JSON that is carried as text, and plainly. */
  private static final String HEPARIN = "\\'drug\\':\\'heparin\\',\\'dose\\':\\'5000 IU\\'";

  private static final String PLAIN = "\"drug\":\"heparin\",\"dose\":\"5000 IU\"";

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

  /** What an application carries out is what a physician reads, however it came. */
  @Test
  void callsInAChatAreLinesBelowItsText() throws Exception {
    Delivered whole =
        whole(
            Route.CHAT,
            """
            {'choices':[{'index':0,'message':{'content':'我来开。','tool_calls':[
             {'id':'1','type':'function','function':{'name':'write_order','arguments':'{%s}'}},
             {'id':'2','type':'custom','custom':{'name':'note','input':'欧阳明月'}}]}}]}
            """
                .formatted(HEPARIN));
    Delivered streamed =
        streamed(
            Route.CHAT,
            chunk("'tool_calls':[{'index':0,'id':'1','function':{'name':'write_order'}}]"),
            chunk("'tool_calls':[{'index':1,'custom':{'name':'note','input':'欧阳'}}]"),
            chunk("'tool_calls':[{'index':0,'function':{'name':'write_order','arguments':'{'}}]"),
            chunk("'content':'我来'"),
            chunk("'tool_calls':[{'index':0,'function':{'arguments':'" + HEPARIN + "}'}}]"),
            chunk("'content':'开。'"),
            chunk("'tool_calls':[{'index':1,'custom':{'input':'明月'}}]"),
            "{'choices':[{'index':0,'delta':{},'finish_reason':'tool_calls'}]}");

    String text = "我来开。\n\nwrite_order({" + PLAIN + "})\nnote(欧阳明月)";
    for (Delivered one : List.of(whole, streamed)) {
      assertThat(one.text()).isEqualTo(text);
      assertThat(one.digest()).isEqualTo(sha256(text));
      assertThat(one.characters()).isEqualTo(text.length());
    }
  }

  @Test
  void callsWithoutATextAreTheText() throws Exception {
    Delivered whole =
        whole(
            Route.CHAT,
            """
            {'choices':[{'index':0,'message':{'content':null,'tool_calls':[
             {'id':'1','function':{'name':'write_order','arguments':'{%s}'}}]}}]}
            """
                .formatted(HEPARIN));
    Delivered old =
        whole(
            Route.CHAT,
            """
            {'choices':[{'index':0,'message':{'function_call':
             {'name':'write_order','arguments':'{%s}'}}}]}
            """
                .formatted(HEPARIN));

    String text = "write_order({" + PLAIN + "})";
    for (Delivered one : List.of(whole, old)) {
      assertThat(one.text()).isEqualTo(text);
      assertThat(one.digest()).isEqualTo(sha256(text));
      assertThat(one.begins()).isTrue();
    }
  }

  @Test
  void callsInAResponseAreTheSameLines() throws Exception {
    String output =
        """
        {'output':[{'type':'message','content':[{'type':'output_text','text':'右下肺结节。'}]},%s,
         {'type':'custom_tool_call','name':'note','input':'欧阳明月'}]}
        """
            .formatted(CALL.replace("%s", "{" + HEPARIN + "}"));
    Delivered whole = whole(Route.RESPONSES, output);
    Delivered streamed =
        streamed(
            Route.RESPONSES,
            "{'type':'response.output_text.delta','output_index':0,'delta':'右下肺结节。'}",
            "{'type':'response.output_text.done','output_index':0,'text':'右下肺结节。'}",
            "{'type':'response.output_item.added','output_index':1,'item':" + empty() + "}",
            "{'type':'response.function_call_arguments.delta','output_index':1,'delta':'{'}",
            "{'type':'response.function_call_arguments.delta','output_index':1,'delta':'"
                + HEPARIN
                + "}'}",
            "{'type':'response.completed','response':" + output + "}");
    Delivered brokenOff =
        streamed(
            Route.RESPONSES,
            "{'type':'response.output_item.added','output_index':1,'item':" + empty() + "}",
            "{'type':'response.function_call_arguments.delta','output_index':1,'delta':'{'}");

    String text = SAID + "\n\nwrite_order({" + PLAIN + "})\nnote(欧阳明月)";
    for (Delivered one : List.of(whole, streamed)) {
      assertThat(one.text()).isEqualTo(text);
      assertThat(one.digest()).isEqualTo(sha256(text));
    }
    assertThat(brokenOff.text()).isEqualTo("write_order({)");
  }

  @Test
  void whatComesBehindTheEndWithoutTextLeavesTheAnswerFinished() throws Exception {
    StreamedAnswer answer = StreamedAnswer.of(plan(Route.CHAT), new Delivered());
    answer.next(read(chunk("'content':'好。'")));
    answer.next(read("{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}"));
    for (String behind :
        List.of(
            "{'index':0,'delta':{'role':'assistant','content':''},'finish_reason':null}",
            "{'index':0,'finish_reason':null,'content_filter_offsets':{}}",
            "{'index':0,'delta':{},'finish_reason':'stop'}")) {
      String came = JsonWriter.text(answer.next(read("{'choices':[" + behind + "]}")).getFirst());

      assertThat(answer.isFinished()).as(behind).isTrue();
      assertThat(came).doesNotContain(LABEL.visible());
    }
    assertThat(answer.brokenOff()).isEmpty();

    answer.next(read(chunk("'content':'还有'")));
    assertThat(answer.isFinished()).isFalse();
  }

  @Test
  void anEmptyReasonIsNoEnd() throws Exception {
    Delivered delivered = new Delivered();
    StreamedAnswer answer = StreamedAnswer.of(plan(Route.CHAT), delivered);
    String token = session.token(Type.PERSON, "欧阳明月", "欧阳明月");
    for (String piece : List.of("患者" + token.substring(0, 5), token.substring(5) + "复查。")) {
      Json chunk = read(chunk("'content':'" + piece + "'"));
      answer.next(read(JsonWriter.text(chunk).replace("}}]", "},'finish_reason':''}]")));
      assertThat(answer.isFinished()).isFalse();
    }
    answer.next(read("{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}"));

    assertThat(answer.isFinished()).isTrue();
    assertThat(delivered.text()).isEqualTo("患者欧阳明月复查。\n\n内容由AI生成");
  }

  private static String empty() {
    return CALL.replace("%s", "");
  }

  private static String chunk(String delta) {
    return "{'choices':[{'index':0,'delta':{" + delta + "}}]}";
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
