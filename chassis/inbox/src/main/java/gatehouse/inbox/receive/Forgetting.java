package gatehouse.inbox.receive;

import gatehouse.duty.Duty;
import gatehouse.duty.OwnConnections;
import gatehouse.duty.SoleLoop;
import gatehouse.duty.SoleLoop.Rhythm;
import gatehouse.inbox.InboxSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.Logger;

/**
 * Empties the inbox of events that the broker cannot deliver again. How long it can is asked of the
 * broker each time; as long as it does not answer nothing is forgotten.
 */
@ApplicationScoped
class Forgetting implements Duty {
  private static final Logger LOG = Logger.getLogger(Forgetting.class);
  private static final int LOCK = 4;
  private static final int PATIENCE_SECONDS = 10;
  private static final int AT_ONCE = 10_000;
  private final Receivers receivers;
  private final Clock time;
  private final Map<String, Object> kafka;
  private final SoleLoop loop;

  Forgetting(
      InboxSettings settings,
      OwnConnections connections,
      Receivers receivers,
      Clock time,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.receivers = receivers;
    this.time = time;
    this.kafka = kafka;
    Rhythm rhythm = new Rhythm("journal-forgetting", LOCK, settings.forget(), settings.forget());
    this.loop = new SoleLoop(rhythm, connections, this);
  }

  void start(@Observes @Priority(3200) StartupEvent event) {
    if (!receivers.loops().isEmpty()) {
      loop.start();
    }
  }

  void stop(@Observes @Priority(5000) ShutdownEvent event) {
    loop.stop();
  }

  @Override
  public boolean work(Connection connection) throws SQLException {
    for (TopicLoop one : receivers.loops()) {
      Optional<Duration> horizon = horizon(one);
      if (horizon.isPresent()) {
        forget(connection, one.topic(), horizon.get());
      }
    }
    return false;
  }

  private void forget(Connection connection, String topic, Duration horizon) throws SQLException {
    try (PreparedStatement forget = connection.prepareStatement("SELECT journal.forget(?, ?, ?)")) {
      forget.setString(1, topic);
      forget.setObject(2, time.instant().minus(horizon).atOffset(ZoneOffset.UTC));
      forget.setInt(3, AT_ONCE);
      long gone;
      do {
        try (ResultSet row = forget.executeQuery()) {
          gone = row.next() ? row.getLong(1) : 0;
        }
        connection.commit();
      } while (gone == AT_ONCE && !loop.stopping());
    }
  }

  private Optional<Duration> horizon(TopicLoop one) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, one.topic());
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put(AdminClientConfig.CLIENT_ID_CONFIG, one.group() + ".forgetting");
    try (Admin admin = Admin.create(properties)) {
      Map<String, String> found = new HashMap<>();
      admin
          .describeConfigs(List.of(resource))
          .all()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .values()
          .forEach(
              config -> config.entries().forEach(each -> found.put(each.name(), each.value())));
      return Horizon.of(found);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.debugf("retention of %s unknown: %s", one.topic(), e.getClass().getName());
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
