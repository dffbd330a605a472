package gatehouse.journal.append;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Where stores put rows that come with an entry, whichever way that entry is committed. */
@ApplicationScoped
public class NewRows {

  private static final String CONNECTION_FAILURE = "08006";

  private final DataSource database;
  private final TransactionSynchronizationRegistry transactions;

  NewRows(DataSource database, TransactionSynchronizationRegistry transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  /**
   * Writes the row in the caller's transaction, or leaves it to the {@link SharedCommit} that the
   * caller is in.
   *
   * @throws IllegalStateException outside of both, or if the database refused the row; the
   *     transaction can then only be rolled back
   */
  public void write(NewRow row) {
    Unit unit = Unit.current();
    if (unit != null) {
      unit.add(row);
      return;
    }
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("a new row needs an active transaction");
    }
    // The pool gives every caller within a transaction the transaction's own connection.
    try (Connection connection = database.getConnection()) {
      insert(connection, List.of(row));
    } catch (SQLException e) {
      transactions.setRollbackOnly();
      throw new IllegalStateException("a new row was not written", e);
    }
  }

  /** In the connection's transaction: kind by kind, each kind where it first stands. */
  static void insert(Connection connection, List<NewRow> rows) throws SQLException {
    Map<String, PreparedStatement> kinds = new LinkedHashMap<>();
    try {
      for (NewRow row : rows) {
        String insert = row.insert();
        PreparedStatement kind = kinds.get(insert);
        if (kind == null) {
          kind = connection.prepareStatement(insert);
          kinds.put(insert, kind);
        }
        row.bind(kind);
        kind.addBatch();
      }
      for (PreparedStatement kind : kinds.values()) {
        execute(kind);
      }
    } finally {
      for (PreparedStatement kind : kinds.values()) {
        kind.close();
      }
    }
  }

  private static void execute(PreparedStatement kind) throws SQLException {
    try {
      kind.executeBatch();
    } catch (AssertionError e) {
      // The driver's own, where assertions are on and the connection dies within a batch.
      throw new SQLException("the connection died within a batch", CONNECTION_FAILURE, e);
    }
  }
}
