package gatehouse.faults.fault;

import gatehouse.faults.suite.SuiteUnderFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The endless order in which faults strike: first each once, shuffled; then rounds in which those
 * that are trouble and no restart come more often. The seed alone decides it, so that a later leg
 * of a run goes on where the one before it ended.
 */
public final class FaultOrder {
  private static final int OFTEN = 3;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final SuiteUnderFault suite;
  private final String only;
  private final long seed;
  private final Deque<Fault> deck = new ArrayDeque<>();
  private long round;
  private long drawn;

  /**
   * @param only part of the names of those that may strike
   * @param struck how many of the order have struck already
   * @throws IllegalArgumentException if no fault has such a name
   */
  public FaultOrder(SuiteUnderFault suite, String only, long seed, long struck) {
    this.suite = suite;
    this.only = only;
    this.seed = seed;
    while (drawn < struck) {
      draw();
    }
  }

  /** What strikes next, at once: one fault, or two that may be there together. */
  public List<Fault> next() {
    Fault first = draw();
    return first.bearsBeside(peek()) ? List.of(first, draw()) : List.of(first);
  }

  /** The dice of what strikes next. */
  public Random dice() {
    return dice(-1 - drawn);
  }

  private Fault draw() {
    peek();
    drawn++;
    return deck.removeFirst();
  }

  private Fault peek() {
    if (deck.isEmpty()) {
      deck.addAll(shuffled(round));
      round++;
    }
    return deck.getFirst();
  }

  private List<Fault> shuffled(long number) {
    Random dice = dice(number);
    List<Fault> found = new ArrayList<>();
    for (Fault one : Faults.of(suite, dice)) {
      int times = number > 0 && one.isTrouble() ? OFTEN : 1;
      if (one.name().contains(only)) {
        found.addAll(Collections.nCopies(times, one));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no fault's name contains \"" + only + "\"");
    }
    Collections.shuffle(found, dice);
    if (number == 0) {
      repeatEarly(found);
    }
    return found;
  }

  /** Even the shortest run repeats events, as its second fault. */
  private static void repeatEarly(List<Fault> deck) {
    deck.stream()
        .filter(one -> one.name().startsWith("repeat"))
        .findFirst()
        .ifPresent(repeat -> {
          deck.remove(repeat);
          deck.add(Math.min(1, deck.size()), repeat);
        });
  }

  private Random dice(long number) {
    return new Random(seed ^ number * SPREAD);
  }
}
