package gatehouse.story;

import gatehouse.story.stage.Chapter;
import gatehouse.story.stage.Narrator;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Places;
import gatehouse.story.stage.PrintingNarrator;
import gatehouse.story.stage.Stage;
import gatehouse.story.stage.StoryBroken;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code ./suite demo}: plays the story against the running suite.
 *
 * <p>Exit codes: 0 played to the end, 1 the suite did something else, 2 called the wrong way, 3 the
 * suite is not running or the story was played on these data before.
 */
public final class Demo {
  private static final int BROKEN = 1;
  private static final int USAGE = 2;
  private static final int NOT_POSSIBLE = 3;
  private static final String HELP =
      """
      Usage: ./suite demo

      Plays the story of docs and tests against the running suite and shows each request and answer:
      admission, vendor, consent, public cloud, stop, withdrawal, proof. Needs fresh data
      (./suite run --fresh).

      Exit codes: 0 played to the end; 1 the suite did something else; 2 the suite is not running, or
      the story was played on these data before; 64 called the wrong way.\
      """;

  private Demo() {}

  /** Plays the story. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length > 0) {
      out.println(HELP);
      System.exit(List.of(arguments).equals(List.of("--help")) ? 0 : USAGE);
    }
    System.exit(play(new PrintingNarrator(out), out));
  }

  private static int play(Narrator narrator, PrintStream out) {
    try (Stage stage = new Stage(Places.in(System.getenv()), narrator)) {
      if (playedBefore(stage)) {
        out.println(
            "The story was played on these data before. Next: ./suite stop, then ./suite run"
                + " --fresh, then ./suite demo");
        return NOT_POSSIBLE;
      }
      playAll(
          stage,
          Chapters.all(
              Restart.leftOut(
                  "(Here the test restarts the whole suite. To see it yourself: ./suite stop,"
                      + " ./suite run.)")));
      out.println();
      out.println(
          "The story is told. Next: look at "
              + stage.places().of(Part.ADMISSION, "/v1/register")
              + ", or ./suite stop");
      return 0;
    } catch (StoryBroken broken) {
      out.println();
      out.println("The story broke: " + broken.getMessage());
      out.println("Next: ./suite status; logs are under .run/logs");
      return broken.suiteIsAway() ? NOT_POSSIBLE : BROKEN;
    }
  }

  /** Plays all chapters in order. */
  static void playAll(Stage stage, List<Chapter> chapters) {
    int number = 1;
    for (Chapter chapter : chapters) {
      stage.narrator().chapter(number, chapter.title());
      chapter.play(stage);
      number++;
    }
  }

  private static boolean playedBefore(Stage stage) {
    return stage
        .anybody()
        .get(Part.ADMISSION, "/v1/register")
        .expect(200)
        .body()
        .toString()
        .contains("wayfinding");
  }
}
