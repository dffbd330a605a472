package gatehouse.gateway.egress;

import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the ids by which tool calls and their results find each other new values. They mean nothing
 * outside the one request, so what a caller wrote into them need not leave; and a row of digits in
 * one is no phone number to anybody then.
 */
final class CallIds {
  private static final Set<String> RESULTS = Set.of("tool_call_id", "call_id");
  private static final String CALLS = "tool_calls";

  private final Map<String, String> renamed = new HashMap<>();

  private CallIds() {}

  /** The body with its calls numbered. */
  static Json.Obj numbered(Json.Obj body) {
    CallIds ids = new CallIds();
    Json.Obj result = body;
    for (String list : List.of("messages", "input")) {
      if (result.get(list) instanceof Json.Arr items) {
        result = result.with(list, ids.each(items));
      }
    }
    return result;
  }

  private Json.Arr each(Json.Arr items) {
    List<Json> result = new ArrayList<>();
    for (Json item : items.items()) {
      result.add(item instanceof Json.Obj object ? item(object) : item);
    }
    return new Json.Arr(result);
  }

  private Json.Obj item(Json.Obj item) {
    Members members = new Members();
    item.members()
        .forEach((key, value) -> {
          if (key.equals(CALLS) && value instanceof Json.Arr calls) {
            members.put(key, calls(calls));
          } else if (RESULTS.contains(key) && value instanceof Json.Str(String id)) {
            members.put(key, number(id));
          } else {
            members.put(key, value);
          }
        });
    return members.object();
  }

  private Json.Arr calls(Json.Arr calls) {
    List<Json> result = new ArrayList<>();
    for (Json call : calls.items()) {
      result.add(
          call instanceof Json.Obj object && object.get("id") instanceof Json.Str(String id)
              ? object.with("id", number(id))
              : call);
    }
    return new Json.Arr(result);
  }

  private Json.Str number(String id) {
    return new Json.Str(renamed.computeIfAbsent(id, _ -> "call_" + (renamed.size() + 1)));
  }
}
