package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.List;

/** A chat completion in one piece. */
final class ChatAnswer implements WholeAnswer {
  /** What a message or a delta carries as text; reasoning has three names among providers. */
  static final List<String> TEXTS =
      List.of("content", "refusal", "reasoning_content", "reasoning", "thinking");

  private final AnswerPlan plan;
  private final Delivered delivered;

  ChatAnswer(AnswerPlan plan, Delivered delivered) {
    this.plan = plan;
    this.delivered = delivered;
  }

  @Override
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
    if (!(Restoring.restored(plan, value) instanceof Json.Obj choice)
        || !(choice.get("message") instanceof Json.Obj message)) {
      return value;
    }
    Json.Obj labelled = labelled(message);
    delivered.message(index, labelled);
    return choice.with("message", labelled);
  }

  private Json.Obj labelled(Json.Obj message) {
    String content = message.string("content");
    boolean prose =
        plan.plainText()
            && content != null
            && Prose.is(content)
            && !(message.get("tool_calls") instanceof Json.Arr calls && !calls.items().isEmpty());
    return prose
        ? message.with("content", new Json.Str(content + plan.label().appended()))
        : message;
  }
}
