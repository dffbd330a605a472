package gatehouse.gateway.recent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Makes what is remembered follow what is changed. */
@ApplicationScoped
public class RecentChanges {
  private final TransactionSynchronizationRegistry transactions;

  RecentChanges(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  /**
   * For the transaction that changes an answer. When it has committed this replica forgets, and its
   * thread goes on only after every other replica has forgotten, too: who is told that the change
   * is made may rely on it.
   */
  public void forgetWhenDone(Recent<?, ?> recent) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            recent.forget();
            if (status == Status.STATUS_COMMITTED) {
              recent.outlive();
            }
          }
        });
  }
}
