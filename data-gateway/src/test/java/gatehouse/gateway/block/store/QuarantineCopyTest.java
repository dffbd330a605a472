package gatehouse.gateway.block.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What becomes of callers while the database does not answer. */
class QuarantineCopyTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private final QuarantineCopy copy =
      new QuarantineCopy(
          as(
              DataSource.class,
              (_, _, _) -> {
                asked.incrementAndGet();
                released.await();
                throw new SQLException("away");
              }),
          as(TransactionSynchronizationRegistry.class, (_, _, _) -> null),
          "gateway",
          Duration.ofMillis(200));

  @Test
  void whoWaitedForAQuestionThatFailedAsksNoOther() throws Exception {
    List<Throwable> failures = new ArrayList<>();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      callers.add(
          Thread.startVirtualThread(() -> {
            try {
              copy.clients();
            } catch (IllegalStateException e) {
              synchronized (failures) {
                failures.add(e);
              }
            }
          }));
    }
    while (callers.stream().filter(QuarantineCopyTest::waits).count() < callers.size()) {
      Thread.onSpinWait();
    }

    released.countDown();
    for (Thread caller : callers) {
      caller.join();
    }

    assertThat(failures).hasSize(16);
    assertThat(asked).hasValue(1);
  }

  @Test
  void whoComesAfterAFailureAsksAnew() {
    released.countDown();
    assertThatThrownBy(copy::clients).isInstanceOf(IllegalStateException.class);

    assertThatThrownBy(copy::clients).isInstanceOf(IllegalStateException.class);

    assertThat(asked).hasValue(2);
  }

  private static boolean waits(Thread thread) {
    return thread.getState() == Thread.State.BLOCKED || thread.getState() == Thread.State.WAITING;
  }

  private static <T> T as(Class<T> type, InvocationHandler does) {
    return type.cast(
        Proxy.newProxyInstance(
            QuarantineCopyTest.class.getClassLoader(), new Class<?>[] {type}, does));
  }
}
