package gatehouse.gateway.answer;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Puts the values back in every string of a whole answer. */
final class Restoring {
  /** JSON that is carried as text: a value in it needs JSON's escapes. */
  private static final String ARGUMENTS = "arguments";

  /** Token probabilities cut tokens anywhere; a part of one restores to nothing. */
  private static final String LOGPROBS = "logprobs";

  private Restoring() {}

  /** Whether a text is JSON that is carried as text: a value in it needs JSON's escapes. */
  static boolean isJson(String field) {
    return ARGUMENTS.equals(field);
  }

  /** The value as it may stand inside a JSON string that is itself carried as text. */
  static String inJson(String value) {
    String quoted = JsonWriter.text(new Json.Str(value));
    return quoted.substring(1, quoted.length() - 1);
  }

  static Json restored(AnswerPlan plan, Json value) {
    return restored(plan, value, "");
  }

  private static Json restored(AnswerPlan plan, Json value, String key) {
    return switch (value) {
      case Json.Str(String text) when isJson(key) ->
          new Json.Str(plan.session().restore(text, Restoring::inJson));
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
