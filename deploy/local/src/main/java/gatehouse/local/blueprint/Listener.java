package gatehouse.local.blueprint;

import java.util.Arrays;

/** Each port of the suite on 127.0.0.1, by name, with its usual number. */
public enum Listener {
  GATEWAY("gateway", 8480),
  ADMISSION("admission", 8481),
  CONSENT("consent", 8482),
  INCIDENT("incident", 8483),
  KEYCLOAK("keycloak", 8490),
  KEYCLOAK_MANAGEMENT("keycloak-management", 8491),
  KAFKA("kafka", 8492),
  KAFKA_CONTROLLER("kafka-controller", 8493),
  POSTGRES("postgres", 8494),
  MODEL_IN_HOUSE("model-in-house", 8495),
  MODEL_PUBLIC_CLOUD("model-public-cloud", 8496);

  private final String label;
  private final int usualPort;

  Listener(String label, int usualPort) {
    this.label = label;
    this.usualPort = usualPort;
  }

  /** The name that options and messages use. */
  public String label() {
    return label;
  }

  int usualPort() {
    return usualPort;
  }

  /**
   * The listener of that label.
   *
   * @throws IllegalArgumentException listing the labels that exist
   */
  public static Listener labelled(String label) {
    return Arrays.stream(values())
        .filter(listener -> listener.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "No port is called "
                    + label
                    + "; there are: "
                    + String.join(", ", Arrays.stream(values()).map(Listener::label).toList())));
  }
}
