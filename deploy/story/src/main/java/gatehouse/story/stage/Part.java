package gatehouse.story.stage;

/** The parts of the suite that the story speaks to, and where to learn of their places. */
public enum Part {
  GATEWAY("GATEHOUSE_GATEWAY_URL", 8480),
  ADMISSION("GATEHOUSE_ADMISSION_URL", 8481),
  CONSENT("GATEHOUSE_CONSENT_URL", 8482),
  INCIDENT("GATEHOUSE_INCIDENT_URL", 8483),
  KEYCLOAK("GATEHOUSE_OIDC", 8490),
  PUBLIC_CLOUD("GATEHOUSE_MODEL_PUBLIC_CLOUD_URL", 8496);

  private final String variable;
  private final int usualPort;

  Part(String variable, int usualPort) {
    this.variable = variable;
    this.usualPort = usualPort;
  }

  String variable() {
    return variable;
  }

  int usualPort() {
    return usualPort;
  }
}
