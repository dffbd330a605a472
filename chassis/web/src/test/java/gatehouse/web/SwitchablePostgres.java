package gatehouse.web;

import gatehouse.embedded.Database;
import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.embedded.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A PostgreSQL of its own that a test can kill and start again on the same data. The test runs in
 * another class loader than this resource, so both find the server by its folder and port.
 */
public final class SwitchablePostgres implements QuarkusTestResourceLifecycleManager {
  private static final String FOLDER = "gatehouse.test.postgres.folder";
  private static final String PORT = "gatehouse.test.postgres.port";

  @Override
  public Map<String, String> start() {
    try {
      System.setProperty(FOLDER, Files.createTempDirectory("switchable-postgres").toString());
      System.setProperty(PORT, Integer.toString(Ports.free()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    switchOn();
    Database database = EmbeddedPostgres.createOn(port(), "web");
    Map<String, String> config = new HashMap<>();
    config.put("GATEHOUSE_DB_URL", database.url());
    config.put("GATEHOUSE_DB_USER", database.app());
    config.put("GATEHOUSE_DB_PASSWORD", database.app());
    config.put("GATEHOUSE_DB_OWNER", database.owner());
    config.put("GATEHOUSE_DB_OWNER_PASSWORD", database.owner());
    return config;
  }

  @Override
  public void stop() {
    switchOff();
  }

  static void switchOn() {
    EmbeddedPostgres.persistent(folder(), port(), folder().resolveSibling("switchable.log"));
  }

  /** Kills it as a power cut would. */
  static void switchOff() {
    EmbeddedPostgres.pidIn(folder())
        .ifPresent(pid ->
            ProcessHandle.of(pid)
                .ifPresent(server -> {
                  server.destroyForcibly();
                  server.onExit().join();
                }));
  }

  private static Path folder() {
    return Path.of(System.getProperty(FOLDER));
  }

  private static int port() {
    return Integer.getInteger(PORT);
  }
}
