package gatehouse.faults.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Something that goes wrong.
 *
 * @param name for people
 * @param kind what it does to its surroundings
 * @param shortest how long it lasts at least
 * @param longest how long it usually lasts at most
 * @param strike makes it so; the suite's own healing undoes it
 */
public record Fault(String name, Kind kind, Duration shortest, Duration longest, Strike strike) {
  private static final int SELDOM = 10;
  private static final int MUCH_LONGER = 3;

  /** What a fault does to its surroundings. */
  enum Kind {
    /** A process ends and must be started again. */
    RESTART,
    /** Something stands still, is cut off or tells the wrong time until it is healed. */
    TROUBLE,
    /** Records are written to a topic, for which the broker must answer. */
    RECORDS
  }

  /** How a fault begins. */
  @FunctionalInterface
  public interface Strike {
    /** Returns when the fault is there. */
    void now() throws InterruptedException;
  }

  static Fault lasting(String name, Kind kind, double shortest, double longest, Strike strike) {
    return new Fault(name, kind, seconds(shortest), seconds(longest), strike);
  }

  /** The first word of its name: what is done, whomever it meets. */
  public String way() {
    return name.substring(0, name.indexOf(' '));
  }

  /** Whether it costs the start of a process. */
  boolean restarts() {
    return kind == Kind.RESTART;
  }

  /** Whether something is broken that mends itself once it is left alone. */
  boolean isTrouble() {
    return kind == Kind.TROUBLE;
  }

  /** How long it lasts this time; one in ten much longer, past the patience of sessions. */
  public Duration lasts(RandomGenerator dice) {
    long millis = dice.nextLong(shortest.toMillis(), longest.toMillis() + 1);
    boolean longer = kind == Kind.TROUBLE && dice.nextInt(SELDOM) == 0;
    return Duration.ofMillis(longer ? millis * MUCH_LONGER : millis);
  }

  /** Whether both can be there at once, each doing what it says. */
  boolean bearsBeside(Fault other) {
    return !restarts()
        && !other.restarts()
        && !target().equals(other.target())
        && !writesThrough(other)
        && !other.writesThrough(this);
  }

  /** What the name ends with: two states of one wire cannot be there at once. */
  String target() {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private boolean writesThrough(Fault other) {
    return kind == Kind.RECORDS && other.name.contains("kafka");
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }
}
