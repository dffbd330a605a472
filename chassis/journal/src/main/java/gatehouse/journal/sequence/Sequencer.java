package gatehouse.journal.sequence;

import gatehouse.duty.Duty;
import gatehouse.duty.OwnConnections;
import gatehouse.duty.SoleLoop;
import gatehouse.duty.SoleLoop.Rhythm;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.Entries.Queued;
import gatehouse.tree.Frontier;
import gatehouse.tree.SigningKey;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives each committed entry its number, without gaps, hashes it into the tree, and signs one
 * checkpoint per batch, in one transaction on the connection that holds the lock.
 */
@ApplicationScoped
public class Sequencer implements Duty {

  private static final Logger LOG = Logger.getLogger(Sequencer.class);
  private static final int LOCK = 1;

  // One statement, hence one round trip: numbers and leaves, tiles that became full, the queue
  // without what was numbered, and the checkpoint over it.
  private static final String NUMBER =
      """
      WITH numbered AS (
        INSERT INTO journal.leaves (seq, position, hash)
        SELECT ? + n - 1, position, hash
        FROM unnest(?::bigint[], ?::bytea[]) WITH ORDINALITY AS r (position, hash, n)),
      tiled AS (
        INSERT INTO journal.tiles (number, hash)
        SELECT ? + n - 1, hash FROM unnest(?::bytea[]) WITH ORDINALITY AS r (hash, n)),
      taken AS (
        DELETE FROM journal.pending WHERE position = ANY (?))
      INSERT INTO journal.checkpoints (size, note, peaks, signed_at) VALUES (?, ?, ?, ?)
      """;

  private final JournalSettings settings;
  private final InstantSource time;
  private final SigningKeys keys;
  private final SoleLoop loop;
  private Frontier tree = new Frontier();
  private @Nullable SigningKey key;

  public Sequencer(JournalSettings settings, OwnConnections connections, InstantSource time) {
    this.settings = settings;
    this.time = time;
    this.keys = new SigningKeys(settings.sequence());
    Rhythm rhythm =
        new Rhythm(
            "journal-sequencer", LOCK, settings.sequence().poll(), settings.sequence().takeover());
    this.loop = new SoleLoop(rhythm, connections, this);
  }

  void start(@Observes @Priority(200) StartupEvent event) {
    if (settings.running()) {
      loop.start();
    }
  }

  void stop(@Observes @Priority(8000) ShutdownEvent event) {
    loop.stop();
  }

  /** The loop that does this work on one instance. */
  public SoleLoop loop() {
    return loop;
  }

  @Override
  public void assume(Connection connection) throws SQLException {
    if (settings.sequence().crashSafeRequired()) {
      requireCrashSafe(connection);
    }
    key = keys.load(connection);
    tree = lastTree(connection);
    long last = lastNumber(connection);
    if (last != tree.size()) {
      // Going on would sign a history that differs from the one that was signed before.
      throw new IllegalStateException(
          "the last checkpoint is of size %d, the last number is %d".formatted(tree.size(), last));
    }
    LOG.infof(
        "the journal goes on behind number %d; its verifier key is %s", last, key.verifierKey());
  }

  private static void requireCrashSafe(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT string_agg(name, ' and ' ORDER BY name) FROM pg_settings"
                    + " WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off'");
        ResultSet row = select.executeQuery()) {
      String off = row.next() ? row.getString(1) : null;
      if (off != null) {
        throw new IllegalStateException(
            "PostgreSQL may lose in a crash what it has confirmed, so nothing is numbered: switch "
                + off
                + " on (gatehouse.journal.sequence.crash-safe-required)");
      }
    }
  }

  @Override
  public boolean work(Connection connection) throws SQLException {
    List<Queued> batch = Entries.unnumbered(connection, settings.sequence().batch());
    if (batch.isEmpty()) {
      connection.rollback();
      return false;
    }
    number(connection, batch);
    connection.commit();
    return batch.size() == settings.sequence().batch();
  }

  @Override
  public void leave() {
    key = null;
    tree = new Frontier();
  }

  /** Everybody waits for this duty: a holder that stands still is replaced soon. */
  @Override
  public Duration silence() {
    return Duration.ofSeconds(5);
  }

  private void number(Connection connection, List<Queued> batch) throws SQLException {
    long first = tree.size() + 1;
    byte[][] hashes = batch.stream().map(one -> tree.add(one.leaf().data())).toArray(byte[][]::new);
    byte[][] tiles = tree.takeTiles().toArray(byte[][]::new);
    Array positions = connection.createArrayOf("bigint", positions(batch));
    try (PreparedStatement statement = connection.prepareStatement(NUMBER)) {
      statement.setLong(1, first);
      statement.setArray(2, positions);
      statement.setArray(3, connection.createArrayOf("bytea", hashes));
      statement.setLong(4, tree.size() / Frontier.TILE - tiles.length);
      statement.setArray(5, connection.createArrayOf("bytea", tiles));
      statement.setArray(6, positions);
      statement.setLong(7, tree.size());
      statement.setString(8, signing().checkpoint(tree));
      statement.setBytes(9, tree.peaks());
      statement.setObject(10, time.instant().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private SigningKey signing() {
    SigningKey loaded = key;
    if (loaded == null) {
      throw new IllegalStateException("no key was loaded");
    }
    return loaded;
  }

  private static Long[] positions(List<Queued> batch) {
    return batch.stream().map(Queued::position).toArray(Long[]::new);
  }

  private static Frontier lastTree(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT size, peaks FROM journal.checkpoints ORDER BY size DESC LIMIT 1");
        ResultSet row = select.executeQuery()) {
      return row.next() ? new Frontier(row.getLong(1), row.getBytes(2)) : new Frontier();
    }
  }

  private static long lastNumber(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT coalesce(max(seq), 0) FROM journal.leaves");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
