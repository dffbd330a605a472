package gatehouse.gateway.block.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who is shut out, as the database said a moment ago. Whoever finds the moment too long past asks
 * again and all others wait for the answer, so that the number of questions does not grow with the
 * number of calls. A question without an answer fails all who waited for it: nobody waits for two.
 */
@ApplicationScoped
class QuarantineCopy {
  private final DataSource database;
  private final TransactionSynchronizationRegistry transactions;
  private final String question;
  private final long ageNanos;
  private volatile @Nullable Copy copy;
  private @Nullable Failure failure;

  /** The time is that before the question was put. */
  private record Copy(Set<String> clients, long askedAt) {}

  /** The last question that nobody answered, and when it was given up. */
  private record Failure(IllegalStateException why, long at) {}

  QuarantineCopy(
      DataSource database,
      TransactionSynchronizationRegistry transactions,
      @ConfigProperty(name = "gatehouse.database") String schema,
      @ConfigProperty(name = "gatehouse.quarantine.age") Duration age) {
    this.database = database;
    this.transactions = transactions;
    this.question = "select client from " + schema + ".quarantine where ended_at is null";
    this.ageNanos = age.toNanos();
  }

  /**
   * The clients that are out.
   *
   * @throws IllegalStateException if the database does not answer: nobody may take an old answer
   */
  Set<String> clients() {
    Copy present = copy;
    return present != null && isFresh(present)
        ? present.clients()
        : asked(System.nanoTime()).clients();
  }

  /** What this replica changes it knows at once: as soon as the present transaction has ended. */
  void forgetWhenDone() {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            forget();
          }
        });
  }

  /** A question that is under way may not know yet; its answer goes, too. */
  private synchronized void forget() {
    copy = null;
  }

  private synchronized Copy asked(long arrivedAt) {
    Copy present = copy;
    if (present != null && isFresh(present)) {
      return present;
    }
    Failure former = failure;
    if (former != null && former.at() - arrivedAt > 0) {
      throw new IllegalStateException("the quarantines cannot be read", former.why());
    }
    try {
      long askedAt = System.nanoTime();
      Copy fresh = new Copy(read(), askedAt);
      copy = fresh;
      return fresh;
    } catch (IllegalStateException e) {
      failure = new Failure(e, System.nanoTime());
      throw e;
    }
  }

  private boolean isFresh(Copy some) {
    return System.nanoTime() - some.askedAt() < ageNanos;
  }

  private Set<String> read() {
    Set<String> clients = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(question);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        clients.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the quarantines cannot be read", e);
    }
    return Set.copyOf(clients);
  }
}
