package gatehouse.story;

/** One part of the story; later ones need what earlier ones did. */
interface Chapter {
  String title();

  /**
   * Plays the chapter.
   *
   * @throws StoryBroken when the suite does something else
   */
  void play(Stage stage);
}
