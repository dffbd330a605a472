package gatehouse.faults.load;

import gatehouse.story.stage.Narrator;

/** Thousands of requests are asked for their effect, not for their story. */
final class SilentNarrator implements Narrator {
  @Override
  public void chapter(int number, String title) {}

  @Override
  public void says(String sentence) {}

  @Override
  public void exchange(String who, String asked, int status, String answer) {}
}
