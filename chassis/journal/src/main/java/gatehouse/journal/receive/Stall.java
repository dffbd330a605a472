package gatehouse.journal.receive;

import java.time.Duration;

/**
 * Judges one reader by what is seen of it from outside: it has stalled when events wait and none
 * was taken for too long. While Kafka cannot be asked nothing is held against it. Not thread-safe.
 */
final class Stall {

  private final Duration patience;
  private long committed = -1;
  private long waitingSince = -1;

  Stall(Duration patience) {
    this.patience = patience;
  }

  /**
   * Takes a look.
   *
   * @param lag events that wait
   * @param committedNow the group's position, summed over the partitions
   * @param nanos the time of the look
   * @return whether the reader has stalled
   */
  boolean look(long lag, long committedNow, long nanos) {
    if (lag <= 0 || committedNow != committed || waitingSince < 0) {
      waitingSince = lag > 0 ? nanos : -1;
      committed = committedNow;
      return false;
    }
    return nanos - waitingSince > patience.toNanos();
  }

  /** Kafka gave no answer. */
  void blind() {
    waitingSince = -1;
  }
}
