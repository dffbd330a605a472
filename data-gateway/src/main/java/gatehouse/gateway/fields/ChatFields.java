package gatehouse.gateway.fields;

import gatehouse.gateway.fields.Fault.Kind;
import gatehouse.gateway.json.Json;
import java.util.List;
import java.util.Set;

/** The members of a chat completion that may go to a public destination. */
final class ChatFields {
  static final Set<String> TOP =
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

  /** What a model answered besides its content; on tool turns clients hand it back. */
  private static final List<String> REASONING =
      List.of("reasoning_content", "reasoning", "thinking");

  static final Set<String> MESSAGE =
      Set.of(
          "role",
          "content",
          "name",
          "tool_calls",
          "tool_call_id",
          "refusal",
          "reasoning_content",
          "reasoning",
          "thinking");
  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool");
  private static final Set<String> TOOL = Set.of("type", "function");
  private static final Set<String> TOOL_CALL = Set.of("type", "function", "id", "index");
  private static final Set<String> FUNCTION = Set.of("name", "description", "parameters", "strict");
  private static final Set<String> FUNCTION_CALL = Set.of("name", "arguments");

  private final Checks checks;

  private ChatFields(Checks checks) {
    this.checks = checks;
  }

  static void check(Json.Obj body, Checks checks) {
    ChatFields fields = new ChatFields(checks);
    checks.only(body, "", TOP);
    checks.each(body, "messages", "", fields::message);
    checks.each(body, "tools", "", (tool, path) -> fields.function(tool, path, TOOL, FUNCTION));
    body.members().forEach(fields::shape);
    checks.noDataUrls(body);
  }

  private void message(Json value, String path) {
    if (!(value instanceof Json.Obj message)) {
      checks.refuse(path);
      return;
    }
    checks.only(message, path, MESSAGE);
    String role = message.string("role");
    if (role == null || !ROLES.contains(role)) {
      checks.refuse(path + ".role");
    }
    checks.each(
        message, "tool_calls", path, (call, at) -> function(call, at, TOOL_CALL, FUNCTION_CALL));
    if (message.get("content") instanceof Json.Arr) {
      checks.each(message, "content", path, this::part);
    } else {
      checks.text(message, "content", path);
    }
    for (String field : List.of("name", "tool_call_id", "refusal")) {
      checks.text(message, field, path);
    }
    REASONING.forEach(field -> checks.text(message, field, path));
  }

  /** Members of the body that are neither messages nor tools. */
  private void shape(String key, Json value) {
    boolean allowed =
        switch (key) {
          case "messages", "tools" -> true;
          case "stop" -> Shapes.stop(value);
          case "tool_choice" -> Shapes.toolChoice(value);
          case "response_format" -> Shapes.responseFormat(value);
          case "stream_options" -> Shapes.streamOptions(value);
          default -> Shapes.scalar(value);
        };
    if (!allowed) {
      checks.refuse(TOP.contains(key) ? key : "*");
    }
  }

  /** Only text: an image or a file cannot be checked, and an address would be fetched. */
  private void part(Json value, String path) {
    if (!(value instanceof Json.Obj part)) {
      checks.refuse(path);
      return;
    }
    if (!"text".equals(part.string("type"))) {
      checks.refuse(path, Media.of(part) == null ? Kind.FIELD : Kind.MEDIA);
    } else if (part.string("text") == null
        || !part.members().keySet().equals(Set.of("type", "text"))) {
      checks.refuse(path);
    }
  }

  /** Functions run at the caller's; every other tool calls out from the provider's. */
  private void function(Json value, String path, Set<String> allowed, Set<String> inside) {
    if (!(value instanceof Json.Obj tool) || !"function".equals(tool.string("type"))) {
      checks.refuse(path, Kind.HOSTED_TOOL);
      return;
    }
    checks.only(tool, path, allowed);
    if (!(tool.get("function") instanceof Json.Obj function)
        || !Shapes.name(function.get("name"))) {
      checks.refuse(path + ".function");
      return;
    }
    checks.only(function, path + ".function", inside);
    checks.text(function, "description", path + ".function");
    checks.text(function, "arguments", path + ".function");
  }
}
