package gatehouse.story;

/** The parts of the suite that the story speaks to, with the ports they have by default. */
enum Part {
  GATEWAY(8480),
  ADMISSION(8481),
  CONSENT(8482),
  INCIDENT(8483),
  KEYCLOAK(8490),
  KAFKA(8492),
  IN_HOUSE_MODEL(8495),
  PUBLIC_CLOUD(8496);

  private final int defaultPort;

  Part(int defaultPort) {
    this.defaultPort = defaultPort;
  }

  int defaultPort() {
    return defaultPort;
  }
}
