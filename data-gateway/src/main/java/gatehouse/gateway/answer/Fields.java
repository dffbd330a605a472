package gatehouse.gateway.answer;

import java.util.List;

/** Names that OpenAI's protocol and its relatives give to the text of an answer. */
final class Fields {
  /** What a message or a delta carries as text; reasoning has three names among providers. */
  static final List<String> TEXT =
      List.of("content", "refusal", "reasoning_content", "reasoning", "thinking");

  private Fields() {}
}
