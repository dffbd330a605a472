package gatehouse.journal.append;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

@Interceptor
@SharedCommit
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class SharedCommitInterceptor {

  private final GroupCommit group;
  private final TransactionSynchronizationRegistry transactions;

  SharedCommitInterceptor(GroupCommit group, TransactionSynchronizationRegistry transactions) {
    this.group = group;
    this.transactions = transactions;
  }

  @AroundInvoke
  @Nullable Object commit(InvocationContext call) throws Exception {
    if (Unit.current() != null
        || transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("a shared commit stands in no other transaction");
    }
    Unit unit = new Unit();
    Object result = unit.gather(call::proceed);
    group.write(unit);
    return result;
  }
}
