package gatehouse.proof.witness;

import gatehouse.duty.Duty;
import gatehouse.duty.OwnConnections;
import gatehouse.duty.SoleLoop;
import gatehouse.duty.SoleLoop.Rhythm;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.append.Envelopes;
import gatehouse.journal.publish.CloudEvents;
import gatehouse.journal.publish.Outlet;
import gatehouse.proof.ProofSettings;
import gatehouse.proof.inspect.BreakFound;
import gatehouse.proof.inspect.Breaks;
import gatehouse.proof.inspect.Breaks.Found;
import gatehouse.proof.store.Checkpoints;
import gatehouse.proof.store.Checkpoints.Signed;
import gatehouse.proof.store.History;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells others the latest checkpoint now and then, each with the proof that it continues the one
 * told before (RFC 9162, 2.1.4), so that whoever keeps them can see at once when a history forks.
 * What is told is no entry of the journal: that would make a new checkpoint each time. Breaks of
 * the journal are told here, too: a journal that is broken may not be able to publish its entries.
 */
@ApplicationScoped
public class CheckpointPublisher implements Duty {

  /** The event's type; schema in {@code chassis/proof/contracts/events}. */
  static final String TYPE = "gatehouse.journal.checkpoint.signed.v1";

  private static final Logger LOG = Logger.getLogger(CheckpointPublisher.class);
  private static final int LOCK = 3;
  private static final int PATIENCE_SECONDS = 10;

  private final JournalSettings settings;
  private final ProofSettings proof;
  private final Envelopes envelopes;
  private final Outlet outlet;
  private final SoleLoop loop;
  private boolean troubled;

  CheckpointPublisher(
      JournalSettings settings,
      ProofSettings proof,
      OwnConnections connections,
      Envelopes envelopes,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.settings = settings;
    this.proof = proof;
    this.envelopes = envelopes;
    this.outlet = new Outlet(kafka, settings.service() + "-checkpoints");
    Rhythm rhythm =
        new Rhythm("journal-checkpoints", LOCK, proof.witness().every(), proof.witness().every());
    this.loop = new SoleLoop(rhythm, connections, this);
  }

  void start(@Observes @Priority(400) StartupEvent event) {
    if (settings.running() && proof.witness().topic().isPresent()) {
      loop.start();
    }
  }

  void stop(@Observes @Priority(7000) ShutdownEvent event) {
    loop.stop();
  }

  @Override
  public void assume(Connection connection) {
    troubled = false;
  }

  @Override
  public boolean work(Connection connection) throws SQLException {
    // First what is broken: then there may be no proof for what comes behind it.
    tellBreaks(connection);
    tellCheckpoint(connection);
    return false;
  }

  private void tellBreaks(Connection connection) throws SQLException {
    for (Found found : Breaks.untold(connection)) {
      if (send(BreakFound.entry(settings, found))) {
        Breaks.told(connection, found.what());
        connection.commit();
      }
    }
  }

  private void tellCheckpoint(Connection connection) throws SQLException {
    Signed unfinished = Checkpoints.unfinished(connection);
    Signed next = unfinished == null ? Checkpoints.latest(connection) : unfinished;
    long told = Checkpoints.lastTold(connection);
    if (next == null || next.size() <= told) {
      connection.rollback();
      return;
    }
    List<byte[]> proof =
        told == 0 ? List.of() : History.of(connection, next.size()).consistency(told);
    String origin = settings.sequence().origin();
    String key = Checkpoints.verifierKey(connection, origin);
    // Whoever dies before the answer is followed by one that tells the same again.
    Checkpoints.telling(connection, next.size());
    connection.commit();
    CheckpointSigned event = new CheckpointSigned(origin, next, told, proof, key);
    if (send(
        Entry.of(TYPE, origin)
            .by(new Actor("SERVICE", settings.service()))
            .data(event)
            .version(event.size()))) {
      Checkpoints.told(connection, next.size());
      connection.commit();
    }
  }

  @Override
  public void leave() {
    outlet.drop();
  }

  private boolean send(Entry.Builder event) {
    String topic = proof.witness().topic().orElseThrow();
    Entry entry = event.topic(topic).build();
    try {
      outlet
          .send(CloudEvents.record(settings.service(), topic, envelopes.seal(entry).told()))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      troubled = false;
      return true;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      // The next one carries the proof from the same place; this one is not needed.
      if (!troubled) {
        LOG.warnf("no witness hears the checkpoints at present (%s)", e.getClass().getName());
      }
      troubled = true;
      outlet.drop();
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Data of the event.
   *
   * @param origin the log's name (C2SP tlog-checkpoint)
   * @param size entries that the checkpoint speaks of
   * @param note the signed checkpoint, byte for byte
   * @param previous the size that was told before; 0 at the first time
   * @param proof that the tree of this size continues the previous one; hexadecimal, RFC 9162
   * @param verifierKey of the key that signs now; to be compared, never to be believed
   */
  record CheckpointSigned(
      String origin,
      long size,
      String note,
      long previous,
      List<String> proof,
      @Nullable String verifierKey) {

    CheckpointSigned(
        String origin, Signed latest, long told, List<byte[]> proof, @Nullable String key) {
      this(
          origin,
          latest.size(),
          latest.note(),
          told,
          proof.stream().map(hash -> HexFormat.of().formatHex(hash)).toList(),
          key);
    }
  }
}
