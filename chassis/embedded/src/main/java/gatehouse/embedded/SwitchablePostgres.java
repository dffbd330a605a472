package gatehouse.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of its own that a test can stop and start again on the same data. The test runs in
 * another class loader than this resource, and only the loader that started a server may stop it;
 * so the switch is a managed bean, which the whole JVM shares.
 *
 * {@snippet :
 * @WithTestResource(
 *     value = SwitchablePostgres.class,
 *     initArgs = @ResourceArg(name = "database", value = "gateway"))
 * }
 *
 * Init argument: {@code database}, the service's database (created with its two roles).
 */
public final class SwitchablePostgres implements QuarkusTestResourceLifecycleManager {
  private String name = "";
  private @Nullable EmbeddedPostgres server;
  private @Nullable Standstill standstill;

  @Override
  public void init(Map<String, String> arguments) {
    name = Objects.requireNonNull(arguments.get("database"), "init argument database");
  }

  @Override
  public Map<String, String> start() {
    Path folder = temporaryFolder();
    int port = Ports.free();
    Path log = folder.resolveSibling(folder.getFileName() + ".log");
    server = EmbeddedPostgres.persistent(folder, port, log);
    offer(folder, () -> server = EmbeddedPostgres.persistent(folder, port, log));
    return EmbeddedPostgres.createOn(port, name).config();
  }

  @Override
  public void stop() {
    wake();
    EmbeddedPostgres running = server;
    server = null;
    if (running != null) {
      running.close();
    }
  }

  private void wake() {
    if (standstill != null) {
      standstill.close();
    }
    standstill = null;
  }

  /** Ends the server, as a crash of its machine would look to the service. */
  public static void switchOff() {
    turn("off");
  }

  /** Starts it again on the same port and data. */
  public static void switchOn() {
    turn("on");
  }

  /** Lets it stand still: it takes connections and answers nothing ({@link Standstill}). */
  public static void standStill() {
    turn("still");
  }

  /** Lets it go on where it stood still. */
  public static void goOn() {
    turn("go");
  }

  /** What the JVM's other class loaders can do with this server. */
  public interface Switch {
    void off();

    void on();

    void still();

    void go();
  }

  private void offer(Path folder, Runnable start) {
    Switch here =
        new Switch() {
          @Override
          public void off() {
            stop();
          }

          @Override
          public void on() {
            start.run();
          }

          @Override
          public void still() {
            standstill = Standstill.of(folder);
          }

          @Override
          public void go() {
            wake();
          }
        };
    try {
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      if (beans.isRegistered(switchName())) {
        beans.unregisterMBean(switchName());
      }
      beans.registerMBean(new StandardMBean(here, Switch.class), switchName());
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void turn(String which) {
    try {
      ManagementFactory.getPlatformMBeanServer().invoke(switchName(), which, null, null);
    } catch (JMException e) {
      throw new IllegalStateException("no PostgreSQL was started for this test", e);
    }
  }

  private static ObjectName switchName() throws JMException {
    return new ObjectName("gatehouse.embedded:type=SwitchablePostgres");
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("switchable-postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
