package gatehouse.lease.owner;

import gatehouse.lease.Fact;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps and counts the facts of a service that does not count them itself. */
@ApplicationScoped
@DefaultBean
public class DenyLog implements FactLog {
  private static final String VERSION = "SELECT version FROM lease.version";
  private static final String COUNT =
      "UPDATE lease.version SET version = version + ? RETURNING version";
  private static final String KEEP =
      "INSERT INTO lease.facts (version, about, key, origin) VALUES (?, ?, ?, ?)";
  private static final String OF =
      "SELECT coalesce(max(version), 0) FROM lease.facts WHERE origin = ?";

  /** One statement, so that the version and the facts are of one moment. */
  private static final String SINCE =
      """
      SELECT v.version, f.version, f.about, f.key
      FROM lease.version v LEFT JOIN lease.facts f ON f.version > ?
      ORDER BY f.version
      """;

  private final DataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;

  DenyLog(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /**
   * What holders must no longer rely on.
   *
   * @param about what the key names
   * @param origin what made it so, for {@link #versionOf}; null where nobody will ask
   */
  public record Denial(String about, String key, @Nullable UUID origin) {}

  /**
   * Adds a fact to the present transaction. It is counted right before that commits: the count is
   * one row that all such transactions lock, and the last lock that each of them takes.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void add(Denial denial) {
    if (!inTransaction()) {
      throw new IllegalStateException("a fact needs an active transaction");
    }
    noted().add(denial);
  }

  /**
   * The version under which holders learn of what this origin made so; 0 if it made nothing. In the
   * transaction that added it, it is counted now: lock nothing else behind this.
   */
  public long versionOf(UUID origin) {
    if (inTransaction()) {
      count(noted());
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(OF)) {
      select.setObject(1, origin);
      return number(select);
    } catch (SQLException e) {
      throw new IllegalStateException("the version of a fact cannot be read", e);
    }
  }

  @Override
  public long version(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(VERSION)) {
      return number(select);
    }
  }

  /** Whoever has nothing needs nothing: these facts only end what was kept. */
  @Override
  public Facts all() {
    return new Facts(since(Long.MAX_VALUE).version(), true, List.of());
  }

  @Override
  public Facts since(long version) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SINCE)) {
      select.setLong(1, version);
      try (ResultSet row = select.executeQuery()) {
        List<Fact> facts = new ArrayList<>();
        long newest = 0;
        while (row.next()) {
          newest = row.getLong(1);
          if (row.getString(3) != null) {
            facts.add(new Fact(row.getLong(2), row.getString(3), row.getString(4)));
          }
        }
        return new Facts(newest, false, facts);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the facts cannot be read", e);
    }
  }

  private boolean inTransaction() {
    return transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
  }

  /** What the present transaction has added and not counted yet. */
  @SuppressWarnings("unchecked")
  private List<Denial> noted() {
    Object present = transactions.getResource(DenyLog.class);
    if (present != null) {
      return (List<Denial>) present;
    }
    List<Denial> denials = new ArrayList<>();
    transactions.putResource(DenyLog.class, denials);
    transactions.registerInterposedSynchronization(new CountLast(denials));
    return denials;
  }

  private final class CountLast implements Synchronization {
    private final List<Denial> denials;

    private CountLast(List<Denial> denials) {
      this.denials = denials;
    }

    @Override
    public void beforeCompletion() {
      count(denials);
    }

    @Override
    public void afterCompletion(int status) {
      // Counted or rolled back with everything else.
    }
  }

  private void count(List<Denial> denials) {
    if (denials.isEmpty()) {
      return;
    }
    // The pool gives every caller within a transaction the transaction's own connection.
    try (Connection connection = dataSource.getConnection();
        PreparedStatement count = connection.prepareStatement(COUNT);
        PreparedStatement keep = connection.prepareStatement(KEEP)) {
      count.setInt(1, denials.size());
      long version = number(count) - denials.size();
      for (Denial denial : denials) {
        version++;
        keep.setLong(1, version);
        keep.setString(2, denial.about());
        keep.setString(3, denial.key());
        keep.setObject(4, denial.origin());
        keep.addBatch();
      }
      keep.executeBatch();
      denials.clear();
    } catch (SQLException e) {
      transactions.setRollbackOnly();
      throw new IllegalStateException("a fact cannot be counted", e);
    }
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the row of the version is missing");
      }
      return row.getLong(1);
    }
  }
}
