package gatehouse.story.stage;

/** Hears what happens. The demonstration prints it, the test keeps it for its report. */
public interface Narrator {
  /** A new chapter begins. */
  void chapter(int number, String title);

  /** A sentence of the story. */
  void says(String sentence);

  /** Somebody asked something and was answered. */
  void exchange(String who, String asked, int status, String answer);
}
