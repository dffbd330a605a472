package gatehouse.gateway.answer;

import gatehouse.gateway.answer.ToldText.Form;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.Members;
import java.util.Set;

/** Puts the values back in every string of a whole answer. */
final class Restoring {
  private static final String ARGUMENTS = "arguments";

  /** Texts of a response that a declared format is about, as a part and as an event. */
  private static final Set<String> ANSWERS = Set.of("output_text", "response.output_text.done");

  /** Token probabilities cut tokens anywhere; a part of one restores to nothing. */
  private static final String LOGPROBS = "logprobs";

  private Restoring() {}

  /** How values are written into the text of this name, which a chat completion tells. */
  static Form form(AnswerPlan plan, String field) {
    return switch (field) {
      case ARGUMENTS -> Form.ARGUMENTS;
      case "content" -> plan.plainText() ? Form.FREE : Form.DECLARED;
      default -> Form.FREE;
    };
  }

  static Json restored(AnswerPlan plan, Json value) {
    return switch (value) {
      case Json.Str(String text) -> restored(plan, text, Form.FREE);
      case Json.Arr array ->
          new Json.Arr(array.items().stream().map(item -> restored(plan, item)).toList());
      case Json.Obj object -> {
        Members members = new Members();
        object
            .members()
            .forEach((name, member) -> members.put(name, member(plan, object, name, member)));
        yield members.object();
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static Json member(AnswerPlan plan, Json.Obj owner, String name, Json member) {
    if (name.equals(LOGPROBS)) {
      return member;
    }
    if (!(member instanceof Json.Str(String text))) {
      return restored(plan, member);
    }
    boolean answer = name.equals("text") && ANSWERS.contains(owner.string("type"));
    return restored(plan, text, form(plan, answer ? "content" : name));
  }

  private static Json.Str restored(AnswerPlan plan, String text, Form form) {
    return new Json.Str(ToldText.whole(plan.session(), form, text));
  }
}
