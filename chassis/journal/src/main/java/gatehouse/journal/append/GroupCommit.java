package gatehouse.journal.append;

import gatehouse.duty.OwnConnections;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.NotRecordedException;
import gatehouse.journal.store.StoredEntry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One writer for all who record: while one group is on its way to the disk the next one gathers, so
 * that the cost of a commit is shared by whoever came meanwhile.
 */
@ApplicationScoped
public class GroupCommit {

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  /** SQLSTATE "insufficient resources": to a caller it is as if the database were away. */
  private static final String TOO_MUCH = "53000";

  private record Waiting(Unit unit, CompletableFuture<Void> done) {}

  private final JournalSettings.Recording settings;
  private final OwnConnections connections;
  private final BlockingQueue<Waiting> queue;
  private final Thread writer;
  private volatile boolean stopping;
  private boolean failing;
  private @Nullable Connection connection;

  GroupCommit(JournalSettings settings, OwnConnections connections) {
    this.settings = settings.record();
    this.connections = connections;
    this.queue = new ArrayBlockingQueue<>(this.settings.queue());
    this.writer = Thread.ofPlatform().daemon().name("journal-writer").unstarted(this::run);
  }

  void start(@Observes @Priority(100) StartupEvent event) {
    writer.start();
  }

  // Last of all: whoever still finishes a request may still record.
  void stop(@Observes @Priority(9000) ShutdownEvent event) throws InterruptedException {
    stopping = true;
    writer.join(10_000);
    drop();
  }

  /**
   * Returns when the unit is durable, all of it.
   *
   * @throws NotRecordedException if it is not, or not known to be
   */
  void write(Unit unit) {
    if (unit.isEmpty()) {
      return;
    }
    Waiting waiting = new Waiting(unit, new CompletableFuture<>());
    if (stopping || !queue.offer(waiting)) {
      throw new NotRecordedException(
          "the journal takes no more entries at present",
          new SQLTransientException("the writer's queue is full", TOO_MUCH));
    }
    try {
      waiting.done().get(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new NotRecordedException("the journal could not write the entry", e.getCause());
    } catch (TimeoutException _) {
      throw new NotRecordedException(
          giveUp(waiting), new SQLTimeoutException("the writer was too slow", TOO_MUCH));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotRecordedException(giveUp(waiting), e);
    }
  }

  /** Whether anybody takes what is to be recorded. */
  public boolean isAlive() {
    return writer.isAlive();
  }

  private String giveUp(Waiting waiting) {
    return queue.remove(waiting)
        ? "the journal did not come to write the entry in time"
        : "the journal did not confirm the entry in time; it may be written";
  }

  private void run() {
    List<Waiting> group = new ArrayList<>();
    while (!stopping || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          queue.drainTo(group, settings.batch() - 1);
          commit(group);
          group.clear();
        }
      } catch (InterruptedException _) {
        stopping = true;
      }
    }
  }

  private void commit(List<Waiting> group) {
    try {
      insertTwiceIfLost(group);
      failing = false;
      group.forEach(waiting -> waiting.done().complete(null));
    } catch (SQLException | RuntimeException | Error e) {
      // An Error, too: it costs the group, and not the thread that all others wait for.
      if (group.size() > 1 && !isConnectionTrouble(e)) {
        // A unit that the database refuses must not take the others with it.
        group.forEach(waiting -> commit(List.of(waiting)));
      } else {
        if (!failing) {
          LOG.errorf("entries cannot be recorded: %s", e.getClass().getName());
        }
        failing = true;
        group.forEach(waiting -> waiting.done().completeExceptionally(e));
      }
    }
  }

  /**
   * A connection that died while nobody wrote must not cost an entry; a repeated row is ignored.
   */
  private void insertTwiceIfLost(List<Waiting> group) throws SQLException {
    try {
      insert(group);
    } catch (SQLException e) {
      drop();
      if (!isConnectionTrouble(e)) {
        throw e;
      }
      insert(group);
    }
  }

  private void insert(List<Waiting> group) throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = connections.open("journal-writer");
      connection = open;
    }
    try {
      // One statement is a transaction: durable when its answer is there, in one round trip.
      List<NewRow> rows = new ArrayList<>();
      List<StoredEntry> entries = new ArrayList<>();
      for (Waiting waiting : group) {
        rows.addAll(waiting.unit().rows());
        entries.addAll(waiting.unit().entries());
      }
      NewRows.insert(open, rows, entries);
    } catch (SQLException | RuntimeException | Error e) {
      drop();
      throw e;
    }
  }

  private void drop() {
    try (Connection _ = connection) {
      connection = null;
    } catch (SQLException e) {
      LOG.debugf("closing a lost connection: %s", e.getClass().getName());
    }
  }

  private static boolean isConnectionTrouble(Throwable e) {
    return e instanceof SQLException trouble
        && (trouble.getSQLState() == null
            || trouble.getSQLState().startsWith("08")
            || trouble.getSQLState().startsWith("57P"));
  }
}
