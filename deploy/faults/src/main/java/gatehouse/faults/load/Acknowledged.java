package gatehouse.faults.load;

/**
 * What a service has confirmed.
 *
 * @param service the part that confirmed it
 * @param type the type of the journal entry that must exist
 * @param place where in that entry the value stands: {@code id}, or a JSON pointer into the
 *     envelope
 * @param value the value
 */
public record Acknowledged(String service, String type, String place, String value) {
  /** The place of an entry's own id. */
  public static final String ID = "id";

  String line() {
    return String.join("\t", service, type, place, value);
  }

  static Acknowledged read(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a line of the ledger");
    }
    // A ledger has many lines and few of these words.
    return new Acknowledged(parts[0].intern(), parts[1].intern(), parts[2].intern(), parts[3]);
  }
}
