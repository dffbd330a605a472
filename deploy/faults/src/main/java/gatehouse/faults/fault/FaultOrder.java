package gatehouse.faults.fault;

import gatehouse.faults.suite.SuiteUnderFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * The endless order in which faults strike: first one of each way, then each other one once, all
 * shuffled; then rounds in which those that are trouble and no restart come more often. The seed
 * alone decides it, so that a later leg of a run goes on where the one before it ended.
 */
public final class FaultOrder {
  private static final int OFTEN = 3;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Function<Random, List<Fault>> possible;
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
    this(dice -> Faults.of(suite, dice), only, seed, struck);
  }

  /** Of those faults. */
  FaultOrder(Function<Random, List<Fault>> possible, String only, long seed, long struck) {
    this.possible = possible;
    this.only = only;
    this.seed = seed;
    while (drawn < struck) {
      draw();
    }
  }

  /** How many must strike, from the very first on, until each way has. */
  public long ways() {
    return candidates(dice(0)).stream().map(Fault::way).distinct().count();
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
    for (Fault one : candidates(dice)) {
      found.addAll(Collections.nCopies(number > 0 && one.isTrouble() ? OFTEN : 1, one));
    }
    Collections.shuffle(found, dice);
    return number == 0 ? oneOfEachWayFirst(found) : found;
  }

  private List<Fault> candidates(Random dice) {
    List<Fault> found =
        possible.apply(dice).stream().filter(one -> one.name().contains(only)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no fault's name contains \"" + only + "\"");
    }
    return found;
  }

  /** Even the shortest run has all of them. */
  private static List<Fault> oneOfEachWayFirst(List<Fault> deck) {
    Map<String, Fault> first = new LinkedHashMap<>();
    deck.forEach(one -> first.merge(one.way(), one, FaultOrder::better));
    List<Fault> all = new ArrayList<>(first.values());
    deck.stream().filter(one -> !first.containsValue(one)).forEach(all::add);
    return all;
  }

  private static Fault better(Fault known, Fault other) {
    return !isGoodFirst(known) && isGoodFirst(other) ? other : known;
  }

  /**
   * Soon started again: of the others the stops behind the faults restart some anyway. On the topic
   * that has records from the beginning.
   */
  private static boolean isGoodFirst(Fault fault) {
    return switch (fault.way()) {
      case "kill" -> fault.target().equals("postgres");
      case "repeat", "shuffle" -> fault.target().equals(Mischief.STATION);
      default -> true;
    };
  }

  private Random dice(long number) {
    return new Random(seed ^ number * SPREAD);
  }
}
