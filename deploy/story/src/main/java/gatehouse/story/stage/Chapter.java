package gatehouse.story.stage;

/** One part of the story; later ones need what earlier ones did. */
public interface Chapter {
  String title();

  /**
   * Plays the chapter.
   *
   * @throws StoryBroken when the suite does something else
   */
  void play(Stage stage);
}
