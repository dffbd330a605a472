package gatehouse.gateway.fields;

import gatehouse.gateway.fields.Fault.Kind;
import gatehouse.gateway.json.Json;
import java.util.Set;

/** The members of an embedding request that may go to a public destination. */
final class EmbeddingFields {
  static final Set<String> TOP = Set.of("model", "input", "encoding_format", "dimensions");

  private EmbeddingFields() {}

  static void check(Json.Obj body, Checks checks) {
    checks.only(body, "", TOP);
    body.members()
        .forEach((key, value) -> {
          if (key.equals("input")) {
            input(value, checks);
          } else if (!Shapes.scalar(value)) {
            checks.refuse(TOP.contains(key) ? key : "*");
          }
        });
    checks.noDataUrls(body);
  }

  /** Strings only: numbers of a vocabulary are text that nobody here can read. */
  private static void input(Json value, Checks checks) {
    switch (value) {
      case Json.Str _ -> {
        // Readable.
      }
      case Json.Arr array -> {
        if (!array.items().stream().allMatch(Json.Str.class::isInstance)) {
          checks.refuse("input", Kind.TOKEN_IDS);
        }
      }
      case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ ->
          checks.refuse("input", Kind.TOKEN_IDS);
    }
  }
}
