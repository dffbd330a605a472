package gatehouse.gateway.minimum;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.minimum.FieldPolicy.Allowance;
import gatehouse.gateway.minimum.FieldPolicy.Treatment;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Fields that a body asks the model to fill in: parameters of tools, schemas of the answer. */
final class AskedFields {
  private static final String PROPERTIES = "properties";

  private AskedFields() {}

  /** How many fields of each group the schemas in these members name beyond the purpose. */
  static Map<String, Integer> beyond(Set<String> members, Json.Obj body, Allowance allowance) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String member : members) {
      Json value = body.get(member);
      if (value != null) {
        look(value, allowance, counts);
      }
    }
    return counts;
  }

  private static void look(Json value, Allowance allowance, Map<String, Integer> counts) {
    switch (value) {
      case Json.Arr list -> list.items().forEach(item -> look(item, allowance, counts));
      case Json.Obj object ->
          object
              .members()
              .forEach((key, member) -> {
                if (key.equals(PROPERTIES) && member instanceof Json.Obj fields) {
                  fields.members().keySet().forEach(field -> count(field, allowance, counts));
                }
                look(member, allowance, counts);
              });
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {
        // Names no field.
      }
    }
  }

  private static void count(String field, Allowance allowance, Map<String, Integer> counts) {
    if (allowance.of(field) instanceof Treatment.Beyond(String group)) {
      counts.merge(group, 1, Integer::sum);
    }
  }
}
