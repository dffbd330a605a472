package gatehouse.local.operator;

/** What came of a replay. */
public sealed interface Replayed {
  /** Nothing of the event's key is parked any more; so many events took effect. */
  record Freed(int taken) implements Replayed {}

  /** After so many, one was refused again and keeps its key. */
  record RefusedAgain(int taken, String reason) implements Replayed {}

  /** It is not parked any more: another replay of its key has taken it. */
  record Gone() implements Replayed {}
}
