package gatehouse.journal.publish;

import gatehouse.duty.Duty;
import gatehouse.duty.OwnConnections;
import gatehouse.duty.SoleLoop;
import gatehouse.duty.SoleLoop.Rhythm;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.ToldPart.Next;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the numbered entries in order and remembers how far the broker has acknowledged. The
 * remembered number moves only over an unbroken run of acknowledgements, so that what follows a
 * failure is sent again, never skipped.
 */
@ApplicationScoped
public class Publisher implements Duty {

  private static final Logger LOG = Logger.getLogger(Publisher.class);
  private static final int LOCK = 2;
  private static final Duration COOLING_DOWN = Duration.ofSeconds(1);

  private final JournalSettings settings;
  private final Outlet outlet;
  private final LoginDemand login;
  private final SoleLoop loop;
  private long troubledSince;
  private long published;

  public Publisher(
      JournalSettings settings,
      OwnConnections connections,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.settings = settings;
    this.outlet = new Outlet(kafka, settings.service() + "-journal");
    this.login = new LoginDemand(kafka);
    Rhythm rhythm =
        new Rhythm(
            "journal-publisher", LOCK, settings.publish().poll(), settings.sequence().takeover());
    this.loop = new SoleLoop(rhythm, connections, this);
  }

  void start(@Observes @Priority(300) StartupEvent event) {
    if (settings.running()) {
      loop.start();
    }
  }

  void stop(@Observes @Priority(7000) ShutdownEvent event) {
    loop.stop();
  }

  @Override
  public void assume(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT seq FROM journal.published");
        ResultSet row = select.executeQuery()) {
      published = row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public boolean work(Connection connection) throws SQLException {
    if (isCoolingDown()) {
      return false;
    }
    // What was refused is tried alone: what stands behind it would only be sent again and again.
    int limit = troubledSince == 0 ? settings.publish().batch() : 1;
    List<Next> batch = Entries.toTell(connection, published, limit);
    connection.rollback();
    if (batch.isEmpty()) {
      return false;
    }
    long acknowledged = send(batch);
    if (acknowledged > published) {
      remember(connection, acknowledged);
    }
    return batch.size() == limit && acknowledged == batch.getLast().seq();
  }

  @Override
  public void leave() {
    outlet.drop();
  }

  /** Sends the batch; returns the last number up to which everything is acknowledged. */
  private long send(List<Next> batch) {
    List<Sent> sent = new ArrayList<>();
    for (Next one : batch) {
      Sent attempt = send(one);
      sent.add(attempt);
      if (attempt.hasFailed()) {
        // Nothing behind this entry may overtake it.
        break;
      }
    }
    long acknowledged = published;
    for (Sent one : sent) {
      if (!isAcknowledged(one)) {
        return acknowledged;
      }
      acknowledged = one.seq();
    }
    troubledSince = 0;
    return acknowledged;
  }

  private Sent send(Next one) {
    String topic = one.entry().topic();
    if (topic == null) {
      return new Sent(one.seq(), CompletableFuture.completedFuture(null));
    }
    try {
      return new Sent(
          one.seq(), outlet.send(CloudEvents.record(settings.service(), topic, one.entry())));
    } catch (KafkaException e) {
      return new Sent(one.seq(), CompletableFuture.failedFuture(e));
    }
  }

  private boolean isAcknowledged(Sent sent) {
    do {
      try {
        sent.answer().get(1, TimeUnit.SECONDS);
        return true;
      } catch (TimeoutException e) {
        // The producer tries for ever: giving up on one record and sending the next would turn
        // their order round.
        troubled(e);
      } catch (ExecutionException e) {
        Throwable cause = outlet.refused(e.getCause() == null ? e : e.getCause());
        troubled(cause);
        if (!(cause instanceof org.apache.kafka.common.errors.TimeoutException)) {
          // A producer that lost a record is not asked again; one that only found no broker is.
          outlet.drop();
        }
        return false;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    } while (!loop.stopping());
    return false;
  }

  private void remember(Connection connection, long seq) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE journal.published SET seq = greatest(seq, ?)")) {
      update.setLong(1, seq);
      update.executeUpdate();
    }
    connection.commit();
    published = seq;
  }

  private void troubled(Throwable trouble) {
    if (troubledSince == 0) {
      String remedy = Refusal.remedy(trouble);
      LOG.warnf(
          "Kafka does not take events (%s); they wait in the journal%s",
          trouble.getClass().getName(), remedy.isEmpty() ? login.remedy() : remedy);
    }
    troubledSince = System.nanoTime();
  }

  /** After a failure the same events are not thrown at the broker again at once. */
  private boolean isCoolingDown() {
    return troubledSince != 0 && System.nanoTime() - troubledSince < COOLING_DOWN.toNanos();
  }

  /** A number and the broker's answer. */
  private record Sent(long seq, Future<@Nullable RecordMetadata> answer) {
    boolean hasFailed() {
      return answer.state() == Future.State.FAILED;
    }
  }
}
