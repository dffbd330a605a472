package gatehouse.gateway.minimum;

import gatehouse.clauses.Clause;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.Members;
import gatehouse.gateway.minimum.FieldPolicy.Allowance;
import gatehouse.gateway.route.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a body the fields of records that its purpose does not need. What the caller's
 * systems put in (messages of a user, results of tools, inputs) is held to the closed list; what a
 * program or a model wrote (instructions, arguments, JSON inside prose) loses only what stands on
 * another list, since its names are mostly its own. Prose is not looked into.
 */
@Clause("E-20")
public final class MinimiseBody {
  private static final Set<String> DATA_ROLES = Set.of("user", "tool", "function");
  private static final Set<String> PROGRAM_ROLES = Set.of("system", "developer", "assistant");
  private static final Set<String> SCHEMAS =
      Set.of("tools", "functions", "response_format", "text");

  private MinimiseBody() {}

  /** Holds the body against the list; the body itself is not changed. */
  public static Minimised of(Route route, Json.Obj body, Allowance allowance) {
    Map<String, Integer> asked = AskedFields.beyond(SCHEMAS, body, allowance);
    if (!asked.isEmpty()) {
      return new Minimised.TooMuch(asked);
    }
    Stripping stripping = new Stripping(allowance);
    Members members = new Members();
    body.members().forEach((key, value) -> members.put(key, member(route, key, value, stripping)));
    return stripping.counts().isEmpty()
        ? new Minimised.Reduced(body, Map.of())
        : new Minimised.Reduced(members.object(), stripping.counts());
  }

  private static Json member(Route route, String key, Json value, Stripping stripping) {
    if (SCHEMAS.contains(key)) {
      return value;
    }
    if (key.equals(route.content())) {
      return switch (value) {
        case Json.Arr list -> Trees.map(list, item -> inside(item, true, stripping));
        case Json.Str _, Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ ->
            inside(value, true, stripping);
      };
    }
    return key.equals("metadata") || key.equals("documents")
        ? stripping.value(value, false)
        : inside(value, false, stripping);
  }

  /** A piece of the protocol: its own members stay, whatever it carries is looked at. */
  private static Json inside(Json value, boolean data, Stripping stripping) {
    return switch (value) {
      case Json.Str text -> stripping.text(text, data);
      case Json.Arr list -> Trees.map(list, item -> inside(item, data, stripping));
      case Json.Obj piece -> {
        boolean ofData = isData(piece, data);
        yield Trees.map(
            piece,
            (key, member) ->
                isRecord(key, member)
                    ? stripping.value(member, ofData)
                    : inside(member, ofData, stripping));
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  /** Content or an output that is no text and no part: some models in the house take it so. */
  private static boolean isRecord(String key, Json member) {
    return List.of("content", "output", "arguments", "input").contains(key)
        && member instanceof Json.Obj object
        && object.string("type") == null;
  }

  private static boolean isData(Json.Obj piece, boolean otherwise) {
    @Nullable String role = piece.string("role");
    @Nullable String type = piece.string("type");
    if (role != null && (DATA_ROLES.contains(role) || PROGRAM_ROLES.contains(role))) {
      return DATA_ROLES.contains(role);
    }
    if (type != null && type.endsWith("_call")) {
      return false;
    }
    return otherwise || (type != null && type.endsWith("_output"));
  }
}
