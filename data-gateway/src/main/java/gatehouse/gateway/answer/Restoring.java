package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;

/** Puts the values back in every string of a whole answer. */
final class Restoring {
  /** JSON that is carried as text: a value in it needs JSON's escapes. */
  private static final Set<String> JSON_AS_TEXT = Set.of("arguments");

  /** Token probabilities cut tokens anywhere; a part of one restores to nothing. */
  private static final String LOGPROBS = "logprobs";

  private Restoring() {}

  static Json restored(AnswerPlan plan, Json value) {
    return restored(plan, value, "");
  }

  private static Json restored(AnswerPlan plan, Json value, String key) {
    return switch (value) {
      case Json.Str(String text) when JSON_AS_TEXT.contains(key) ->
          new Json.Str(plan.session().restore(text, Escaping::inJson));
      case Json.Str(String text) -> new Json.Str(plan.session().restore(text));
      case Json.Arr array ->
          new Json.Arr(array.items().stream().map(item -> restored(plan, item, key)).toList());
      case Json.Obj object -> {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        object
            .members()
            .forEach((name, member) ->
                members.put(name, name.equals(LOGPROBS) ? member : restored(plan, member, name)));
        yield new Json.Obj(members);
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }
}
