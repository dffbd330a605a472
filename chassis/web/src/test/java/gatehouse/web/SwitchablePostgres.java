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
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of its own that a test can stop and start again on the same data. The test runs in
 * another class loader than this resource, so it finds the two switches among the system
 * properties: only the loader that started a server may stop it.
 */
public final class SwitchablePostgres implements QuarkusTestResourceLifecycleManager {
  private static final String OFF = "gatehouse.test.postgres.off";
  private static final String ON = "gatehouse.test.postgres.on";

  private @Nullable EmbeddedPostgres server;

  @Override
  public Map<String, String> start() {
    Path folder = temporaryFolder();
    int port = Ports.free();
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    server = EmbeddedPostgres.persistent(folder, port, log);
    System.getProperties().put(OFF, (Runnable) this::stop);
    System.getProperties()
        .put(ON, (Runnable) () -> server = EmbeddedPostgres.persistent(folder, port, log));
    Database database = EmbeddedPostgres.createOn(port, "web");
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
    EmbeddedPostgres running = server;
    server = null;
    if (running != null) {
      running.close();
    }
  }

  static void switchOff() {
    flip(OFF);
  }

  static void switchOn() {
    flip(ON);
  }

  private static void flip(String which) {
    if (System.getProperties().get(which) instanceof Runnable turn) {
      turn.run();
    } else {
      throw new IllegalStateException("no PostgreSQL was started for this test");
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("switchable-postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
