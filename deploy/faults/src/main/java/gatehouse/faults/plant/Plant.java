package gatehouse.faults.plant;

import java.util.Arrays;

/** The bugs that can be planted. */
public enum Plant {
  /** The sequencer looks for entries behind the last one it has seen; late commits are lost. */
  CURSOR_RELAY("cursor-relay", "gatehouse/journal/store/Entries"),
  /** Events are not remembered: one that comes twice takes effect twice. */
  NO_INBOX("no-inbox", "gatehouse/inbox/receive/Inbox$Newcomers"),
  /** The gateway goes by its lease without looking whether it has run out. */
  NO_LEASE_CHECK("no-lease-check", "gatehouse/lease/holder/HeldLease");

  private final String label;
  private final String type;

  Plant(String label, String type) {
    this.label = label;
    this.type = type;
  }

  /**
   * The plant of that name.
   *
   * @throws IllegalArgumentException listing the names that exist
   */
  public static Plant labelled(String label) {
    return Arrays.stream(values())
        .filter(one -> one.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "No bug is called "
                    + label
                    + "; there are: "
                    + String.join(", ", Arrays.stream(values()).map(Plant::label).toList())));
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** Whether the bug goes into that part. */
  public boolean concerns(String part) {
    return switch (this) {
      case CURSOR_RELAY, NO_INBOX -> part.equals("station");
      case NO_LEASE_CHECK -> part.equals("data-gateway");
    };
  }

  /** The class that is changed, as the JVM spells it. */
  String type() {
    return type;
  }
}
