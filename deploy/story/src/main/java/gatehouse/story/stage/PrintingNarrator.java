package gatehouse.story.stage;

import java.io.PrintStream;

/** Tells the story on a terminal, one line per request and answer. */
public final class PrintingNarrator implements Narrator {
  private static final int LONGEST_ANSWER = 150;

  private final PrintStream out;

  public PrintingNarrator(PrintStream out) {
    this.out = out;
  }

  @Override
  public void chapter(int number, String title) {
    out.printf("%n%d. %s%n", number, title);
  }

  @Override
  public void says(String sentence) {
    out.println("   " + sentence);
  }

  @Override
  public void exchange(String who, String asked, int status, String answer) {
    String line = answer.replaceAll("\\s+", " ");
    String shown = line.length() > LONGEST_ANSWER ? line.substring(0, LONGEST_ANSWER) + "…" : line;
    out.printf("   → %s  (%s)%n   ← %d %s%n", asked, who, status, shown);
  }
}
