package gatehouse.gateway.recent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(30);

  private final AtomicInteger asked = new AtomicInteger();
  private final List<Synchronization> changes = new ArrayList<>();
  private final TransactionSynchronizationRegistry transactions =
      (TransactionSynchronizationRegistry)
          Proxy.newProxyInstance(
              RecentTest.class.getClassLoader(),
              new Class<?>[] {TransactionSynchronizationRegistry.class},
              (_, _, arguments) -> {
                changes.add((Synchronization) arguments[0]);
                return null;
              });

  @Test
  void anAnswerIsRememberedForItsQuestionOnly() {
    Recent<String, Integer> recent = new Recent<>(_ -> asked.incrementAndGet(), LONG);

    assertThat(recent.known("a")).isEmpty();
    assertThat(recent.of("a")).isOne();
    assertThat(recent.of("a")).isOne();
    assertThat(recent.known("a")).contains(1);
    assertThat(recent.known("b")).isEmpty();
    assertThat(recent.of("b")).isEqualTo(2);
  }

  @Test
  void withoutAnAgeEveryCallAsks() {
    Recent<String, Integer> recent = new Recent<>(_ -> asked.incrementAndGet(), Duration.ZERO);

    assertThat(recent.of("a")).isOne();
    assertThat(recent.known("a")).isEmpty();
    assertThat(recent.of("a")).isEqualTo(2);
  }

  @Test
  void aChangeIsForgottenAndOutlivesTheMemoryOfOthers() {
    Recent<String, Integer> recent = new Recent<>(_ -> asked.incrementAndGet(), SHORT);
    recent.of("a");
    new RecentChanges(transactions).forgetWhenDone(recent);

    long begun = System.nanoTime();
    changes.getFirst().afterCompletion(Status.STATUS_COMMITTED);

    assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(SHORT.toNanos());
    assertThat(recent.known("a")).isEmpty();
  }

  @Test
  void aQuestionThatWasUnderWayWhenItChangedIsNotKept() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    Recent<String, Integer> recent =
        new Recent<>(
            _ -> {
              int answer = asked.incrementAndGet();
              if (answer == 1) {
                reading.countDown();
                await(changed);
              }
              return answer;
            },
            LONG);
    new RecentChanges(transactions).forgetWhenDone(recent);
    Thread early = Thread.startVirtualThread(() -> recent.of("a"));
    reading.await();

    changes.getFirst().afterCompletion(Status.STATUS_ROLLEDBACK);
    assertThat(recent.of("a")).isEqualTo(2);
    changed.countDown();
    early.join();

    assertThat(recent.of("a")).isEqualTo(2);
  }

  @Test
  void whoWaitedForAQuestionThatFailedAsksNoOther() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    Recent<String, Integer> recent =
        new Recent<>(
            _ -> {
              asked.incrementAndGet();
              await(released);
              throw new IllegalArgumentException("away");
            },
            LONG);
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      callers.add(
          Thread.startVirtualThread(() -> {
            try {
              recent.of("a");
            } catch (IllegalStateException e) {
              failures.add(e.getCause());
            }
          }));
    }
    while (!callers.stream().allMatch(it -> it.getState() == Thread.State.WAITING)) {
      Thread.onSpinWait();
    }

    released.countDown();
    for (Thread caller : callers) {
      caller.join();
    }

    assertThat(failures).hasSize(16).allMatch(IllegalArgumentException.class::isInstance);
    assertThat(asked).hasValue(1);
    assertThatThrownBy(() -> recent.of("a")).isInstanceOf(IllegalStateException.class);
    assertThat(asked).hasValue(2);
  }

  @Test
  void manyQuestionsDoNotFillTheMemory() {
    Recent<Integer, Integer> recent = new Recent<>(question -> question, LONG);
    for (int i = 0; i <= Recent.MOST; i++) {
      recent.of(i);
    }

    assertThat(recent.known(0)).isEmpty();
    assertThat(recent.known(Recent.MOST)).isPresent();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
