package gatehouse.gateway.route;

/** A route of OpenAI's API by which a model is called. */
public enum Route {
  /** {@code POST /v1/chat/completions}. */
  CHAT("/chat/completions", "messages"),
  /** {@code POST /v1/responses}. */
  RESPONSES("/responses", "input"),
  /** {@code POST /v1/embeddings}. */
  EMBEDDINGS("/embeddings", "input");

  private final String path;
  private final String content;

  Route(String path, String content) {
    this.path = path;
    this.content = content;
  }

  /** The path below an upstream's base. */
  public String path() {
    return path;
  }

  /** The member of the body without which there is nothing to ask. */
  public String content() {
    return content;
  }

  /** Whether the answer is content made by AI: text that gets a label and a record. */
  public boolean makesContent() {
    return switch (this) {
      case CHAT, RESPONSES -> true;
      case EMBEDDINGS -> false;
    };
  }
}
