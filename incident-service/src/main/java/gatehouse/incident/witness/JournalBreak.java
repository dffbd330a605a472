package gatehouse.incident.witness;

/**
 * A journal contradicts what was signed of it.
 *
 * @param origin the log's name, which names its service
 * @param kind what contradicts what: as the service's own inspection or this witness calls it
 * @param first the first number that is in doubt
 */
public record JournalBreak(String origin, String kind, long first) {

  /** Kinds are codes; anything else is not taken into a text that people read. */
  public JournalBreak {
    if (origin.isBlank() || origin.length() > 200 || !kind.matches("[A-Z_]{1,40}") || first < 1) {
      throw new IllegalArgumentException("no break of a journal");
    }
  }
}
