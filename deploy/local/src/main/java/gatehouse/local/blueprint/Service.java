package gatehouse.local.blueprint;

import java.nio.file.Path;

/** The four services of the suite. */
enum Service {
  ADMISSION("admission-service", "admission", Listener.ADMISSION, 160),
  CONSENT("consent-service", "consent", Listener.CONSENT, 160),
  INCIDENT("incident-service", "incident", Listener.INCIDENT, 160),
  /** Holds whole requests and answers, each in several forms at once. */
  GATEWAY("data-gateway", "gateway", Listener.GATEWAY, 384);

  private final String folder;
  private final String database;
  private final Listener listener;
  private final int heapMegabytes;

  Service(String folder, String database, Listener listener, int heapMegabytes) {
    this.folder = folder;
    this.database = database;
    this.listener = listener;
    this.heapMegabytes = heapMegabytes;
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

  int heapMegabytes() {
    return heapMegabytes;
  }

  /** The packaged service. */
  Path jar(Path checkout) {
    return checkout.resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
