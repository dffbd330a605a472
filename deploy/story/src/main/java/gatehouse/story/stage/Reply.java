package gatehouse.story.stage;

import org.jspecify.annotations.Nullable;

/** What came back through the OpenAI client. */
public sealed interface Reply {
  /**
   * A model's answer.
   *
   * @param content the text, or all pieces of a stream joined
   * @param aigc the label that marks it as AI-made
   */
  record Answered(String content, String aigc) implements Reply {}

  /**
   * A refusal in OpenAI's shape.
   *
   * @param status HTTP status
   * @param body the whole error body
   * @param message what the client makes of it
   */
  record Refused(int status, String body, @Nullable String message) implements Reply {
    /** Whether the body says the words. */
    public boolean says(String words) {
      return body.contains(words);
    }
  }

  /** The answer. */
  default Answered answered() {
    return switch (this) {
      case Answered answered -> answered;
      case Refused refused ->
          throw new StoryBroken(
              "expected an answer, was refused: %d %s".formatted(refused.status(), refused.body()));
    };
  }

  /** The refusal, which must have status 403 and say all the words. */
  default Refused refusedSaying(String... words) {
    return switch (this) {
      case Answered answered ->
          throw new StoryBroken("expected a refusal, was answered: " + answered.content());
      case Refused refused -> {
        if (refused.status() != 403) {
          throw new StoryBroken("expected 403: %d %s".formatted(refused.status(), refused.body()));
        }
        for (String word : words) {
          if (!refused.says(word)) {
            throw new StoryBroken("the refusal does not say " + word + ": " + refused.body());
          }
        }
        yield refused;
      }
    };
  }
}
