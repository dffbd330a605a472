package gatehouse.gateway.egress;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressVerdict.Position;
import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a chat completion that may go to a public destination. What is not listed is
 * refused; what a provider does not need to answer is left out.
 */
@Clause("E-20")
final class PublicFields {
  private static final String NOT_ALLOWED = "FIELD";
  private static final Set<String> LEFT_OUT =
      Set.of("user", "metadata", "safety_identifier", "prompt_cache_key", "store");
  private static final Set<String> TOP =
      Set.of(
          "model",
          "messages",
          "temperature",
          "top_p",
          "n",
          "max_tokens",
          "max_completion_tokens",
          "stop",
          "stream",
          "stream_options",
          "presence_penalty",
          "frequency_penalty",
          "seed",
          "response_format",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "logprobs",
          "top_logprobs",
          "reasoning_effort",
          "verbosity");
  private static final Set<String> MESSAGE =
      Set.of(
          "role", "content", "name", "tool_calls", "tool_call_id", "refusal", "reasoning_content");
  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool");
  private static final Set<String> TOOL = Set.of("type", "function");
  private static final Set<String> TOOL_CALL = Set.of("type", "function", "id", "index");
  private static final Set<String> FUNCTION = Set.of("name", "description", "parameters", "strict");
  private static final Set<String> FUNCTION_CALL = Set.of("name", "arguments");

  private final List<Position> refused = new ArrayList<>();

  private PublicFields() {}

  /** Every place that may not leave; empty if the body may. */
  static List<Position> refused(Json.Obj body) {
    PublicFields fields = new PublicFields();
    fields.only(body, "", TOP);
    fields.each(body, "messages", "", fields::message);
    fields.each(body, "tools", "", (tool, path) -> fields.function(tool, path, TOOL, FUNCTION));
    body.members().forEach(fields::shape);
    Strings.each(body, fields::noDataUrl);
    return List.copyOf(fields.refused);
  }

  /** The body without what a provider does not need. */
  static Json.Obj needed(Json.Obj body) {
    Json.Obj needed = body;
    for (String field : LEFT_OUT) {
      needed = needed.without(field);
    }
    return needed;
  }

  private void message(Json value, String path) {
    if (!(value instanceof Json.Obj message)) {
      refuse(path);
      return;
    }
    only(message, path, MESSAGE);
    String role = message.string("role");
    if (role == null || !ROLES.contains(role)) {
      refuse(path + ".role");
    }
    each(message, "tool_calls", path, (call, at) -> function(call, at, TOOL_CALL, FUNCTION_CALL));
    if (message.get("content") instanceof Json.Arr) {
      each(message, "content", path, this::part);
    } else {
      text(message, "content", path);
    }
    for (String field : List.of("name", "tool_call_id", "refusal", "reasoning_content")) {
      text(message, field, path);
    }
  }

  /** A string or nothing: an object here may be an image to some provider. */
  private void text(Json.Obj object, String key, String path) {
    Json value = object.get(key);
    if (value != null && !(value instanceof Json.Str) && !(value instanceof Json.Null)) {
      refuse(path + '.' + key);
    }
  }

  /** Members of the body that are neither messages nor tools. */
  private void shape(String key, Json value) {
    boolean allowed =
        switch (key) {
          case "messages", "tools" -> true;
          case "stop" -> Shapes.stop(value);
          case "tool_choice" -> Shapes.toolChoice(value);
          case "response_format" -> Shapes.responseFormat(value);
          case "stream_options" -> Shapes.flags(value);
          default -> Shapes.scalar(value);
        };
    if (!allowed) {
      refuse(TOP.contains(key) ? key : "*");
    }
  }

  private void noDataUrl(String text) {
    if (Shapes.hasDataUrl(text)) {
      refuse("*");
    }
  }

  /** Only text: an image or a file cannot be checked, and an address would be fetched. */
  private void part(Json value, String path) {
    boolean text =
        value instanceof Json.Obj part
            && "text".equals(part.string("type"))
            && part.string("text") != null
            && part.members().keySet().equals(Set.of("type", "text"));
    if (!text) {
      refuse(path);
    }
  }

  /** Functions run at the caller's; every other tool calls out from the provider's. */
  private void function(Json value, String path, Set<String> allowed, Set<String> inside) {
    if (!(value instanceof Json.Obj tool) || !"function".equals(tool.string("type"))) {
      refuse(path);
      return;
    }
    only(tool, path, allowed);
    if (!(tool.get("function") instanceof Json.Obj function)
        || !Shapes.name(function.get("name"))) {
      refuse(path + ".function");
      return;
    }
    only(function, path + ".function", inside);
    text(function, "description", path + ".function");
    text(function, "arguments", path + ".function");
  }

  private void only(Json.Obj object, String path, Set<String> allowed) {
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      if (!allowed.contains(member.getKey())) {
        refuse(path.isEmpty() ? "*" : path + ".*");
      }
    }
  }

  private interface Check {
    void of(Json value, String path);
  }

  private void each(Json.Obj object, String key, String path, Check check) {
    Json value = object.get(key);
    if (value == null || value instanceof Json.Null) {
      return;
    }
    String at = path.isEmpty() ? key : path + '.' + key;
    if (!(value instanceof Json.Arr array)) {
      refuse(at);
      return;
    }
    for (int i = 0; i < array.items().size(); i++) {
      check.of(array.items().get(i), at + '[' + i + ']');
    }
  }

  private void refuse(String path) {
    refused.add(Position.of(path, NOT_ALLOWED));
  }
}
