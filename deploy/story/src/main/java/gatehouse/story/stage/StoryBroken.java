package gatehouse.story.stage;

/** The suite did not do what the story says it does. */
public final class StoryBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean suiteIsAway;

  /** Says what the suite did instead. */
  public StoryBroken(String message) {
    this(message, false);
  }

  private StoryBroken(String message, boolean suiteIsAway) {
    super(message);
    this.suiteIsAway = suiteIsAway;
  }

  /** Nobody answered at all. */
  static StoryBroken away(String message) {
    return new StoryBroken(message, true);
  }

  /** Whether the suite could not be reached, rather than did something else. */
  public boolean suiteIsAway() {
    return suiteIsAway;
  }
}
