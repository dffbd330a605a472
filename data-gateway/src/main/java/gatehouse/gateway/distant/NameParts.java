package gatehouse.gateway.distant;

import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A name in two members, {@code {"family":"王","given":["小明"]}}: neither half alone is a name to
 * anybody, and both together are.
 */
final class NameParts {
  private static final Set<String> FAMILY =
      Set.of(
          "family",
          "familyName",
          "family_name",
          "lastName",
          "last_name",
          "surname",
          "last",
          "姓",
          "姓氏");
  private static final Set<String> GIVEN =
      Set.of(
          "given",
          "givenName",
          "given_name",
          "firstName",
          "first_name",
          "forename",
          "first",
          "名",
          "名字");
  private static final int LONGEST = 40;

  private NameParts() {}

  /** The object with both halves treated, if it holds both. */
  static Json.Obj treated(Json.Obj object, LabelledValues strings, String path) {
    String family = part(object, FAMILY);
    String given = part(object, GIVEN);
    if (family.isEmpty() || given.isEmpty()) {
      return object;
    }
    strings.person(family + given);
    Json.Obj treated = object;
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      if (FAMILY.contains(member.getKey()) || GIVEN.contains(member.getKey())) {
        treated = treated.with(member.getKey(), treated(member.getValue(), strings, path));
      }
    }
    return treated;
  }

  private static Json treated(Json value, LabelledValues strings, String path) {
    return switch (value) {
      case Json.Str(String text) -> new Json.Str(strings.partOfName(text, path + ".*"));
      case Json.Arr(List<Json> items) ->
          new Json.Arr(items.stream().map(item -> treated(item, strings, path)).toList());
      case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static String part(Json.Obj object, Set<String> keys) {
    List<String> words = new ArrayList<>();
    object
        .members()
        .forEach((key, value) -> {
          if (keys.contains(key)) {
            if (value instanceof Json.Str(String text)) {
              words.add(text);
            } else if (value instanceof Json.Arr(List<Json> items)) {
              items.forEach(item -> {
                if (item instanceof Json.Str(String text)) {
                  words.add(text);
                }
              });
            }
          }
        });
    String joined = String.join("", words);
    boolean name = joined.length() <= LONGEST && joined.chars().noneMatch(Character::isDigit);
    return name ? joined : "";
  }
}
