package gatehouse.gateway.fields;

import java.util.Set;

/** Keys whose meaning the protocol gives; every other key of a body is the caller's own word. */
public final class ProtocolWords {
  private static final Set<String> WORDS =
      Set.of(
          "messages",
          "role",
          "content",
          "name",
          "tool_calls",
          "tool_call_id",
          "function",
          "arguments",
          "description",
          "parameters",
          "properties",
          "type",
          "text",
          "tools",
          "stop",
          "response_format",
          "json_schema",
          "schema",
          "enum",
          "items",
          "required",
          "model",
          "id");

  private ProtocolWords() {}

  /** Whether the protocol says what the member of this name is. */
  public static boolean contains(String key) {
    return WORDS.contains(key);
  }
}
