package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A chat completion in chunks. Each text of each choice and each tool call is restored by itself,
 * so that two streams that are woven into one cannot complete each other's tokens. Not safe for use
 * by several threads.
 */
final class ChatStream implements StreamedAnswer {
  private record Place(int choice, String field, int tool) {}

  /** Choices times tool calls; what is held for each must not add up to a heap. */
  private static final int MOST_TEXTS = 1024;

  private final AnswerPlan plan;
  private final Delivered delivered;
  private final Map<Place, ToldText> restores = new LinkedHashMap<>();
  private final Map<Integer, Prose> prose = new HashMap<>();
  private final Set<Integer> calling = new HashSet<>();
  private final SortedSet<Integer> unfinished = new TreeSet<>();
  private final Set<Integer> finished = new HashSet<>();
  private Json.Obj latest = Json.object();
  private boolean first = true;

  ChatStream(AnswerPlan plan, Delivered delivered) {
    this.plan = plan;
    this.delivered = delivered;
  }

  @Override
  public List<Json.Obj> next(Json chunk) throws UnusableAnswerException {
    if (!(chunk instanceof Json.Obj object) || !(object.get("choices") instanceof Json.Arr all)) {
      throw new UnusableAnswerException("the upstream sent something that is no chunk");
    }
    List<Json> choices = new ArrayList<>();
    boolean last = all.items().isEmpty();
    for (Json item : all.items()) {
      if (!(item instanceof Json.Obj choice)) {
        throw new UnusableAnswerException("a choice of the upstream's is no object");
      }
      last |= ends(choice);
      choices.add(choice(choice));
    }
    Json.Obj result =
        object
            .with("model", new Json.Str(plan.application()))
            .with("choices", new Json.Arr(choices));
    boolean marked = first || last;
    first = false;
    latest = result;
    return List.of(marked ? result.with("aigc", plan.label().object()) : result);
  }

  @Override
  public boolean isFinished() {
    return !finished.isEmpty() && unfinished.isEmpty();
  }

  @Override
  public List<Json.Obj> brokenOff() {
    if (unfinished.isEmpty()) {
      return List.of();
    }
    List<Json> choices = new ArrayList<>();
    for (int index : unfinished) {
      Json.Obj delta = finished(Json.object(), index);
      delivered.message(index, delta);
      choices.add(Json.object("index", index, "delta", delta, "finish_reason", new Json.Null()));
    }
    unfinished.clear();
    return List.of(
        latest
            .without("usage")
            .with("choices", new Json.Arr(choices))
            .with("aigc", plan.label().object()));
  }

  private Json.Obj choice(Json.Obj choice) throws UnusableAnswerException {
    int index = choice.get("index") instanceof Json.Num(String text) ? number(text) : 0;
    Json.Obj given = choice.get("delta") instanceof Json.Obj said ? said : Json.object();
    if (finished.contains(index) && !says(given)) {
      return choice.with("delta", given);
    }
    Json.Obj delta = restored(given, index);
    if (ends(choice)) {
      delta = finished(delta, index);
      unfinished.remove(index);
      finished.add(index);
    } else {
      unfinished.add(index);
      finished.remove(index);
    }
    delivered.message(index, delta);
    return choice.with("delta", delta);
  }

  /** Some servers write an empty reason into every chunk. */
  private static boolean ends(Json.Obj choice) {
    String reason = choice.string("finish_reason");
    return reason != null && !reason.isEmpty();
  }

  /** Whether there is text in it; behind the end some servers tell what was used or filtered. */
  private static boolean says(Json.Obj delta) {
    return (delta.get("tool_calls") instanceof Json.Arr calls && !calls.items().isEmpty())
        || ChatAnswer.TEXTS.stream()
            .map(delta::string)
            .anyMatch(text -> text != null && !text.isEmpty());
  }

  private Json.Obj restored(Json.Obj delta, int index) throws UnusableAnswerException {
    Json.Obj result = delta;
    for (String field : ChatAnswer.TEXTS) {
      String text = delta.string(field);
      if (text != null) {
        result = result.with(field, new Json.Str(restore(new Place(index, field, -1)).push(text)));
      }
    }
    String content = result.string("content");
    if (content != null) {
      told(index, content);
    }
    if (delta.get("tool_calls") instanceof Json.Arr calls && !calls.items().isEmpty()) {
      calling.add(index);
      result = result.with("tool_calls", toolCalls(calls, index));
    }
    return result;
  }

  private Json.Arr toolCalls(Json.Arr calls, int choice) throws UnusableAnswerException {
    List<Json> result = new ArrayList<>();
    for (Json item : calls.items()) {
      if (item instanceof Json.Obj call
          && call.get("function") instanceof Json.Obj function
          && function.get("arguments") instanceof Json.Str(String arguments)) {
        int tool = call.get("index") instanceof Json.Num(String text) ? number(text) : 0;
        String restored = restore(new Place(choice, "arguments", tool)).push(arguments);
        result.add(call.with("function", function.with("arguments", new Json.Str(restored))));
      } else {
        result.add(item);
      }
    }
    return new Json.Arr(result);
  }

  /** What was held back, and the visible text under prose. */
  private Json.Obj finished(Json.Obj delta, int index) {
    Json.Obj result = delta;
    for (Map.Entry<Place, ToldText> entry : restores.entrySet()) {
      Place place = entry.getKey();
      if (place.choice() != index) {
        continue;
      }
      String rest = entry.getValue().finish();
      if (!rest.isEmpty()) {
        if (place.field().equals("content")) {
          told(index, rest);
        }
        result =
            place.tool() < 0
                ? appended(result, place.field(), rest)
                : result.with("tool_calls", withRest(result, place.tool(), rest));
      }
    }
    Prose told = prose.get(index);
    boolean labelled = plan.plainText() && told != null && told.ends() && !calling.contains(index);
    return labelled ? appended(result, "content", plan.label().appended()) : result;
  }

  private void told(int choice, String content) {
    prose.computeIfAbsent(choice, _ -> new Prose()).add(content);
  }

  private static Json.Obj appended(Json.Obj delta, String field, String text) {
    String before = delta.string(field);
    return delta.with(field, new Json.Str(before == null ? text : before + text));
  }

  private static Json.Arr withRest(Json.Obj delta, int tool, String rest) {
    List<Json> calls = new ArrayList<>();
    if (delta.get("tool_calls") instanceof Json.Arr present) {
      calls.addAll(present.items());
    }
    calls.add(Json.object("index", tool, "function", Json.object("arguments", rest)));
    return new Json.Arr(calls);
  }

  private ToldText restore(Place place) throws UnusableAnswerException {
    if (restores.size() >= MOST_TEXTS && !restores.containsKey(place)) {
      throw new UnusableAnswerException(
          "the upstream streams more texts at once than anybody asks");
    }
    return restores.computeIfAbsent(
        place, p -> new ToldText(plan.session(), Restoring.form(plan, p.field())));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
