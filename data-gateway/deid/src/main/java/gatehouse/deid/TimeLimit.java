package gatehouse.deid;

/**
 * How long the engine may work on the texts of one context. The engine asks before each detector
 * and each pass over a text; each of those is linear in the text's length, so it ends soon after.
 */
@FunctionalInterface
public interface TimeLimit {
  /**
   * Looks whether there is time left. The engine lets the exception through and gives no result.
   *
   * @throws RuntimeException of the caller's choice, if there is none
   */
  void check();

  /** All the time in the world: for runs that somebody watches. */
  static TimeLimit none() {
    return () -> {};
  }
}
