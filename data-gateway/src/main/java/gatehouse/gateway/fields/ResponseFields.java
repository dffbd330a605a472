package gatehouse.gateway.fields;

import gatehouse.gateway.fields.Fault.Kind;
import gatehouse.gateway.json.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The members of a response request that may go to a public destination. */
final class ResponseFields {
  static final Set<String> TOP =
      Set.of(
          "model",
          "input",
          "instructions",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "text",
          "stream",
          "stream_options",
          "temperature",
          "top_p",
          "top_logprobs",
          "max_output_tokens",
          "reasoning",
          "truncation",
          "store");
  private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant");
  private static final Set<String> MESSAGE = Set.of("type", "role", "content");
  private static final Set<String> CALL = Set.of("type", "call_id", "name", "arguments");
  private static final Set<String> RESULT = Set.of("type", "call_id", "output");
  private static final Set<String> REASONING = Set.of("type", "id", "summary", "content");

  /** What any item may have. */
  static final Set<String> OF_ITEMS =
      Stream.of(MESSAGE, CALL, RESULT, REASONING)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> TOOL =
      Set.of("type", "name", "description", "parameters", "strict");
  private static final Set<String> TEXTS =
      Set.of("input_text", "output_text", "summary_text", "reasoning_text");
  private static final Set<String> EFFORT = Set.of("effort", "summary", "generate_summary");

  private final Checks checks;

  private ResponseFields(Checks checks) {
    this.checks = checks;
  }

  static void check(Json.Obj body, Checks checks) {
    ResponseFields fields = new ResponseFields(checks);
    checks.only(body, "", TOP);
    if (!(body.get("input") instanceof Json.Str)) {
      checks.each(body, "input", "", fields::item);
    }
    checks.each(body, "tools", "", fields::tool);
    body.members().forEach(fields::shape);
    checks.noDataUrls(body);
  }

  private void item(Json value, String path) {
    if (!(value instanceof Json.Obj item)) {
      checks.refuse(path);
      return;
    }
    String type = item.string("type");
    switch (type == null ? "message" : type) {
      case "message" -> message(item, path);
      case "function_call" -> {
        checks.only(item, path, CALL);
        if (!Shapes.name(item.get("name"))) {
          checks.refuse(path + ".name");
        }
        checks.text(item, "call_id", path);
        checks.text(item, "arguments", path);
      }
      case "function_call_output" -> {
        checks.only(item, path, RESULT);
        checks.text(item, "call_id", path);
        texts(item, "output", path);
      }
      case "reasoning" -> {
        checks.only(item, path, REASONING);
        checks.text(item, "id", path);
        checks.each(item, "summary", path, this::part);
        checks.each(item, "content", path, this::part);
      }
      // What these name is kept, or was done, at the provider's.
      case "item_reference" -> checks.refuse(path, Kind.STORED_CONVERSATION);
      default -> checks.refuse(path, Kind.HOSTED_TOOL);
    }
  }

  private void message(Json.Obj message, String path) {
    checks.only(message, path, MESSAGE);
    String role = message.string("role");
    if (role == null || !ROLES.contains(role)) {
      checks.refuse(path + ".role");
    }
    texts(message, "content", path);
  }

  private void texts(Json.Obj item, String key, String path) {
    if (item.get(key) instanceof Json.Arr) {
      checks.each(item, key, path, this::part);
    } else {
      checks.text(item, key, path);
    }
  }

  private void part(Json value, String path) {
    if (!(value instanceof Json.Obj part)) {
      checks.refuse(path);
      return;
    }
    String type = part.string("type");
    if (type != null && TEXTS.contains(type)) {
      checks.only(part, path, Set.of("type", "text"));
      checks.text(part, "text", path);
    } else if ("refusal".equals(type)) {
      checks.only(part, path, Set.of("type", "refusal"));
      checks.text(part, "refusal", path);
    } else {
      checks.refuse(path, Media.of(part) == null ? Kind.FIELD : Kind.MEDIA);
    }
  }

  private void tool(Json value, String path) {
    if (!(value instanceof Json.Obj tool) || !"function".equals(tool.string("type"))) {
      checks.refuse(path, Kind.HOSTED_TOOL);
      return;
    }
    checks.only(tool, path, TOOL);
    if (!Shapes.name(tool.get("name"))) {
      checks.refuse(path + ".name");
    }
    checks.text(tool, "description", path);
  }

  private void shape(String key, Json value) {
    boolean allowed =
        switch (key) {
          case "input", "tools" -> true;
          case "tool_choice" -> Shapes.flatToolChoice(value);
          case "text" -> text(value);
          case "reasoning" -> Shapes.words(value, EFFORT);
          case "stream_options" -> Shapes.streamOptions(value);
          default -> Shapes.scalar(value);
        };
    if (!allowed) {
      checks.refuse(TOP.contains(key) ? key : "*");
    }
  }

  private static boolean text(Json value) {
    return value instanceof Json.Null
        || (value instanceof Json.Obj text
            && List.of("format", "verbosity").containsAll(text.members().keySet())
            && Shapes.flatFormat(text.members().getOrDefault("format", new Json.Null()))
            && Shapes.scalar(text.members().getOrDefault("verbosity", new Json.Null())));
  }
}
