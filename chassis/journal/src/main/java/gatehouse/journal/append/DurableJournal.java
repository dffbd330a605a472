package gatehouse.journal.append;

import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import gatehouse.journal.NotRecordedException;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.StoredEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The journal in PostgreSQL. */
@ApplicationScoped
class DurableJournal implements Journal {

  private final Envelopes envelopes;
  private final DataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final GroupCommit group;

  DurableJournal(
      Envelopes envelopes,
      DataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      GroupCommit group) {
    this.envelopes = envelopes;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.group = group;
  }

  @Override
  public UUID append(Entry entry) {
    Unit unit = Unit.current();
    if (unit != null) {
      StoredEntry row = envelopes.seal(entry);
      unit.add(row);
      return row.id();
    }
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("append needs an active transaction");
    }
    StoredEntry row = envelopes.seal(entry);
    // The pool gives every caller within a transaction the transaction's own connection.
    try (Connection connection = dataSource.getConnection()) {
      Entries.insert(connection, List.of(row));
    } catch (SQLException e) {
      // A caller that swallowed the exception would commit a change without its proof.
      transactions.setRollbackOnly();
      throw new NotRecordedException("the journal entry could not be written", e);
    }
    return row.id();
  }

  @Override
  public UUID record(Entry entry) {
    StoredEntry row = envelopes.seal(entry);
    group.write(Unit.of(row));
    return row.id();
  }
}
