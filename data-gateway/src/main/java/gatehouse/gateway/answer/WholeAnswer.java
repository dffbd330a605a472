package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** An answer that comes in one piece. */
public final class WholeAnswer {
  private static final String ARGUMENTS = "arguments";
  private static final String LOGPROBS = "logprobs";

  private final AnswerPlan plan;
  private final Delivered delivered;

  public WholeAnswer(AnswerPlan plan, Delivered delivered) {
    this.plan = plan;
    this.delivered = delivered;
  }

  /**
   * The answer as the caller gets it.
   *
   * @throws UnusableAnswerException if it has no choices
   */
  public Json.Obj finish(Json answer) throws UnusableAnswerException {
    if (!(answer instanceof Json.Obj object) || !(object.get("choices") instanceof Json.Arr all)) {
      throw new UnusableAnswerException("the upstream's answer has no choices");
    }
    List<Json> choices = new ArrayList<>();
    for (int i = 0; i < all.items().size(); i++) {
      choices.add(choice(all.items().get(i), i));
    }
    return object
        .with("model", new Json.Str(plan.application()))
        .with("choices", new Json.Arr(choices))
        .with("aigc", plan.label().object());
  }

  private Json choice(Json value, int index) {
    if (!(restored(value, "") instanceof Json.Obj choice)
        || !(choice.get("message") instanceof Json.Obj message)) {
      return value;
    }
    Json.Obj labelled = labelled(message);
    for (String field : Fields.TEXT) {
      String text = labelled.string(field);
      if (text != null) {
        delivered.add(index, text);
      }
    }
    return choice.with("message", labelled);
  }

  private Json.Obj labelled(Json.Obj message) {
    String content = message.string("content");
    boolean prose =
        plan.plainText()
            && content != null
            && !content.isEmpty()
            && !(message.get("tool_calls") instanceof Json.Arr calls && !calls.items().isEmpty());
    return prose
        ? message.with("content", new Json.Str(content + plan.label().appended()))
        : message;
  }

  private Json restored(Json value, String key) {
    return switch (value) {
      case Json.Str(String text) when key.equals(ARGUMENTS) ->
          new Json.Str(plan.session().restore(text, Escaping::inJson));
      case Json.Str(String text) -> new Json.Str(plan.session().restore(text));
      case Json.Arr array ->
          new Json.Arr(array.items().stream().map(item -> restored(item, key)).toList());
      case Json.Obj object -> {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        object
            .members()
            .forEach((name, member) ->
                // Token probabilities cut tokens anywhere; a part of one restores to nothing.
                members.put(name, name.equals(LOGPROBS) ? member : restored(member, name)));
        yield new Json.Obj(members);
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }
}
