package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.List;

/** A response in one piece; also the whole response that the last events of a stream repeat. */
final class ResponseAnswer implements WholeAnswer {
  private static final String TEXT = "output_text";

  private final AnswerPlan plan;
  private final Delivered delivered;

  ResponseAnswer(AnswerPlan plan, Delivered delivered) {
    this.plan = plan;
    this.delivered = delivered;
  }

  @Override
  public Json.Obj finish(Json answer) throws UnusableAnswerException {
    if (!(answer instanceof Json.Obj object) || !(object.get("output") instanceof Json.Arr)) {
      throw new UnusableAnswerException("the upstream's answer has no output");
    }
    Json.Obj whole = response(plan, object).with("aigc", plan.label().object());
    if (whole.get("output") instanceof Json.Arr output) {
      for (int i = 0; i < output.items().size(); i++) {
        delivered.output(i, output.items().get(i));
      }
    }
    return whole;
  }

  /** The response with its values, its label and the name that the caller knows the model by. */
  static Json.Obj response(AnswerPlan plan, Json.Obj response) {
    if (!(labelled(plan, Restoring.restored(plan, response)) instanceof Json.Obj whole)) {
      return response;
    }
    return whole.get("model") == null
        ? whole
        : whole.with("model", new Json.Str(plan.application()));
  }

  /** The visible text under every text of the output, wherever the value repeats it. */
  static Json labelled(AnswerPlan plan, Json value) {
    return switch (value) {
      case Json.Obj object when TEXT.equals(object.string("type")) -> text(plan, object);
      case Json.Obj object -> {
        Json.Obj result = object;
        for (String key : List.of("output", "content", "part", "item", "response")) {
          Json member = result.get(key);
          if (member instanceof Json.Obj || member instanceof Json.Arr) {
            result = result.with(key, labelled(plan, member));
          }
        }
        yield result;
      }
      case Json.Arr array -> {
        List<Json> items = new ArrayList<>();
        array.items().forEach(item -> items.add(labelled(plan, item)));
        yield new Json.Arr(items);
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static Json.Obj text(AnswerPlan plan, Json.Obj part) {
    String text = part.string("text");
    return plan.plainText() && text != null && Prose.is(text)
        ? part.with("text", new Json.Str(text + plan.label().appended()))
        : part;
  }
}
