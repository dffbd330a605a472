package gatehouse.journal.append;

import gatehouse.journal.append.NewRow.Column;
import gatehouse.journal.append.NewRow.Table;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.StoredEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where stores put rows that come with an entry, whichever way that entry is committed. */
@ApplicationScoped
public class NewRows {

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
      insert(connection, List.of(row), List.of());
    } catch (SQLException e) {
      transactions.setRollbackOnly();
      throw new IllegalStateException("a new row was not written", e);
    }
  }

  /** Rows and entries in one statement: all of it is there then, or nothing. */
  static void insert(Connection connection, List<NewRow> rows, List<StoredEntry> entries)
      throws SQLException {
    Map<Table, List<NewRow>> tables = new LinkedHashMap<>();
    for (NewRow row : rows) {
      tables.computeIfAbsent(row.table(), _ -> new ArrayList<>()).add(row);
    }
    Entries.insert(connection, entries, new Filled(tables));
  }

  /** Rows by their table, each table where it first stands. */
  private record Filled(Map<Table, List<NewRow>> tables) implements Entries.Others {

    @Override
    public String expressions() {
      StringBuilder sql = new StringBuilder();
      int number = 1;
      for (Table table : tables.keySet()) {
        sql.append("rows").append(number++).append(" AS (").append(table.insert()).append("),\n");
      }
      return sql.toString();
    }

    @Override
    public int bind(PreparedStatement statement) throws SQLException {
      int next = 1;
      for (Map.Entry<Table, List<NewRow>> table : tables.entrySet()) {
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        table.getValue().forEach(row -> rows.add(row.values()));
        int column = 0;
        for (Column filled : table.getKey().columns()) {
          statement.setArray(
              next++, array(statement.getConnection(), rows, column++, filled.type()));
        }
      }
      return next;
    }

    private static Array array(
        Connection connection,
        List<List<? extends @Nullable Object>> rows,
        int column,
        NewRow.Type type)
        throws SQLException {
      @Nullable Object[] values = type.array(rows.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = type.element(rows.get(i).get(column));
      }
      return connection.createArrayOf(type.sql(), values);
    }
  }
}
