package gatehouse.gateway.answer;

import gatehouse.gateway.answer.ToldText.Form;
import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response in events. A text comes as deltas and then once more as a whole: the deltas are
 * restored as they come, what is held back and the visible label go out as one more delta before
 * the whole. Events are numbered anew, since there may be more of them.
 */
final class ResponseStream implements StreamedAnswer {
  private static final int MOST_TEXTS = 1024;
  private static final String DELTA = ".delta";
  private static final String DONE = ".done";
  private static final String OUTPUT_TEXT = "response.output_text";
  private static final Set<String> LAST = Set.of("response.completed", "response.incomplete");
  private static final Set<String> CALLS =
      Set.of("response.function_call_arguments.delta", "response.custom_tool_call_input.delta");
  private static final Set<String> FAILED = Set.of("error", "response.failed");
  private static final List<String> WHERE =
      List.of("item_id", "output_index", "content_index", "summary_index");

  private final AnswerPlan plan;
  private final Delivered delivered;

  /** A text that is being told: what its events are called, the first of them, its state. */
  private record Telling(String base, Json.Obj beginning, ToldText restore) {}

  private final Map<String, Telling> tellings = new LinkedHashMap<>();
  private boolean first = true;
  private boolean finished;
  private long sequence;

  ResponseStream(AnswerPlan plan, Delivered delivered) {
    this.plan = plan;
    this.delivered = delivered;
  }

  @Override
  public List<Json.Obj> next(Json piece) throws UnusableAnswerException {
    if (!(piece instanceof Json.Obj event)
        || !(event.get("type") instanceof Json.Str(String type))
        || FAILED.contains(type)) {
      throw new UnusableAnswerException("the upstream sent something that is no event");
    }
    List<Json.Obj> events = new ArrayList<>();
    if (type.endsWith(DELTA) && event.get("delta") instanceof Json.Str(String delta)) {
      events.add(delta(event, restore(event, base(type, DELTA)).push(delta)));
    } else {
      if (type.endsWith(DONE)) {
        flush(event, base(type, DONE), events);
      }
      events.add(whole(event));
    }
    boolean marked = first || LAST.contains(type);
    first = false;
    finished |= LAST.contains(type);
    if (marked) {
      mark(events);
    }
    return events.stream().map(this::numbered).toList();
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  @Override
  public List<Json.Obj> brokenOff() {
    List<Json.Obj> events = new ArrayList<>();
    for (Telling telling : tellings.values()) {
      boolean prose = telling.base().equals(OUTPUT_TEXT) && plan.plainText();
      String more = ending(telling.restore().finish(), prose);
      rest(telling.beginning(), telling.base(), more, events);
    }
    tellings.clear();
    if (!events.isEmpty()) {
      mark(events);
    }
    return events.stream().map(this::numbered).toList();
  }

  private void mark(List<Json.Obj> events) {
    events.add(events.removeLast().with("aigc", plan.label().object()));
  }

  private Json.Obj delta(Json.Obj event, String text) {
    String type = event.string("type");
    if ((OUTPUT_TEXT + DELTA).equals(type) || "response.refusal.delta".equals(type)) {
      delivered.add(0, index(event), text);
    } else if (type != null && CALLS.contains(type)) {
      delivered.arguments(index(event), text);
    }
    return event.with("delta", new Json.Str(text));
  }

  /** What was held back and, under prose, the visible text: both before the whole is told. */
  private void flush(Json.Obj event, String base, List<Json.Obj> events) {
    Telling telling = tellings.remove(place(event, base));
    String text = event.string("text");
    boolean prose =
        base.equals(OUTPUT_TEXT)
            && plan.plainText()
            && text != null
            && Prose.is(ToldText.whole(plan.session(), form(base), text));
    rest(event, base, ending(telling == null ? "" : telling.restore().finish(), prose), events);
  }

  private String ending(String held, boolean prose) {
    return prose ? held + plan.label().appended() : held;
  }

  /** One more delta at the place of an event, unless there is nothing to tell. */
  private void rest(Json.Obj event, String base, String more, List<Json.Obj> events) {
    if (!more.isEmpty()) {
      Json.Obj last = Json.object("type", base + DELTA);
      for (String key : WHERE) {
        Json value = event.get(key);
        if (value != null) {
          last = last.with(key, value);
        }
      }
      if (event.get("sequence_number") != null) {
        last = last.with("sequence_number", new Json.Num("0"));
      }
      events.add(delta(last, more));
    }
  }

  /** An event that tells a text as a whole, or none. */
  private Json.Obj whole(Json.Obj event) {
    Json.Obj restored = ResponseAnswer.response(plan, event);
    note(restored);
    String text = restored.string("text");
    if ((OUTPUT_TEXT + DONE).equals(event.string("type"))
        && plan.plainText()
        && text != null
        && Prose.is(text)) {
      return restored.with("text", new Json.Str(text + plan.label().appended()));
    }
    return restored.get("response") instanceof Json.Obj response
        ? restored.with("response", named(response))
        : restored;
  }

  /** Calls only: the texts of the messages were told in pieces. */
  private void note(Json.Obj event) {
    delivered.called(index(event), event.get("item"));
    if (event.get("response") instanceof Json.Obj response
        && response.get("output") instanceof Json.Arr output) {
      for (int i = 0; i < output.items().size(); i++) {
        delivered.called(i, output.items().get(i));
      }
    }
  }

  private static int index(Json.Obj event) {
    return event.get("output_index") instanceof Json.Num(String n) ? number(n) : 0;
  }

  private Json.Obj named(Json.Obj response) {
    Json.Obj named = response.with("model", new Json.Str(plan.application()));
    return named.with("aigc", plan.label().object());
  }

  private ToldText restore(Json.Obj event, String base) throws UnusableAnswerException {
    String place = place(event, base);
    if (tellings.size() >= MOST_TEXTS && !tellings.containsKey(place)) {
      throw new UnusableAnswerException(
          "the upstream streams more texts at once than anybody asks");
    }
    return tellings
        .computeIfAbsent(
            place, _ -> new Telling(base, event, new ToldText(plan.session(), form(base))))
        .restore();
  }

  private Form form(String base) {
    boolean arguments = base.endsWith("arguments");
    return Restoring.form(
        plan, arguments ? "arguments" : base.equals(OUTPUT_TEXT) ? "content" : base);
  }

  private static String place(Json.Obj event, String base) {
    StringBuilder place = new StringBuilder(base);
    for (String key : WHERE) {
      place.append('|').append(scalar(event.get(key)));
    }
    return place.toString();
  }

  private static String scalar(@Nullable Json value) {
    return switch (value) {
      case Json.Str(String text) -> text;
      case Json.Num(String text) -> text;
      case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> "";
      case null -> "";
    };
  }

  private Json.Obj numbered(Json.Obj event) {
    return event.get("sequence_number") == null
        ? event
        : event.with("sequence_number", new Json.Num(Long.toString(sequence++)));
  }

  private static String base(String type, String ending) {
    return type.substring(0, type.length() - ending.length());
  }

  private static int number(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 0, MOST_TEXTS);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
