package gatehouse.proof.erase;

import java.util.UUID;

/** What came of an order to erase. */
public sealed interface Erasure {

  /**
   * Salts and bodies are destroyed; every checkpoint and every proof holds as before.
   *
   * @param order id of the entry that says who ordered it
   * @param entries how many were erased
   * @param left how many are of format 1, whose digest would give the body away: they stay
   */
  record Erased(UUID order, long entries, long left) implements Erasure {}

  /** No entry has that subject; it may have been erased before. */
  record NothingThere() implements Erasure {}

  /** Some entries still wait for their number or for the broker: later. */
  record TooEarly() implements Erasure {}

  /** Events of that subject are parked here, and would say later what was erased now. */
  record Parked() implements Erasure {}

  /** The journal's own word about itself is not erased. */
  record Protected() implements Erasure {}
}
