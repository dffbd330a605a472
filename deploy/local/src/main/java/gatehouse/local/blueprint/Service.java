package gatehouse.local.blueprint;

import java.nio.file.Path;

/** The four services of the suite. */
enum Service {
  ADMISSION("admission-service", "admission", Listener.ADMISSION),
  CONSENT("consent-service", "consent", Listener.CONSENT),
  INCIDENT("incident-service", "incident", Listener.INCIDENT),
  GATEWAY("data-gateway", "gateway", Listener.GATEWAY);

  private final String folder;
  private final String database;
  private final Listener listener;

  Service(String folder, String database, Listener listener) {
    this.folder = folder;
    this.database = database;
    this.listener = listener;
  }

  /** Its folder in the checkout, and its name as a part. */
  String folder() {
    return folder;
  }

  String database() {
    return database;
  }

  Listener listener() {
    return listener;
  }

  /** The packaged service. */
  Path jar(Path checkout) {
    return checkout.resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
