package gatehouse.story;

/** The suite did not do what the story says it does. */
final class StoryBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoryBroken(String message) {
    super(message);
  }
}
