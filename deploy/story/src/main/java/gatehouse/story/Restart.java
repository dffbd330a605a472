package gatehouse.story;

import gatehouse.story.stage.Stage;

/** Stops every part of the suite and starts it again on the same data. */
@FunctionalInterface
interface Restart {
  /** Tells why there is no restart, for narrators whose suite belongs to somebody else. */
  static Restart leftOut(String why) {
    return stage -> stage.narrator().says(why);
  }

  void restart(Stage stage);
}
