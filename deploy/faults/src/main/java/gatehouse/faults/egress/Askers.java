package gatehouse.faults.egress;

import gatehouse.faults.load.Hospital;
import gatehouse.story.OpenDoor;
import gatehouse.story.stage.Chat;
import gatehouse.story.stage.Reply;
import gatehouse.story.stage.Stage;
import gatehouse.story.stage.StoryBroken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Ask a model without pause, through both gateways. */
final class Askers implements AutoCloseable {
  private static final int EACH = 2;
  private static final Duration BETWEEN = Duration.ofMillis(5);
  private static final Duration AFTER_REFUSAL = Duration.ofMillis(25);
  private static final Duration FLOWING = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final Duration TOKENS = Duration.ofMinutes(2);

  private final Map<String, AtomicLong> answered = new HashMap<>();
  private final LongAdder asked = new LongAdder();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  Askers(Hospital hospital) {
    hospital
        .byGateway()
        .forEach((gateway, stage) -> {
          AtomicLong last = new AtomicLong(System.nanoTime());
          answered.put(gateway, last);
          for (int i = 0; i < EACH; i++) {
            threads.add(Thread.ofVirtual().start(() -> ask(stage, last)));
          }
        });
  }

  /** How often anybody was asked. */
  long asked() {
    return asked.sum();
  }

  /** Waits until each gateway has let something through that was asked from now on. */
  void awaitAnswers() throws InterruptedException {
    long begun = System.nanoTime();
    while (answered.values().stream().anyMatch(last -> last.get() < begun)) {
      if (System.nanoTime() - begun > FLOWING.toNanos()) {
        throw new StoryBroken("a gateway lets nothing through: there is nothing to stop");
      }
      pause(LOOK);
    }
  }

  /** Waits; returns at once when it is over. */
  void pause(Duration time) throws InterruptedException {
    boolean _ = over.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    over.countDown();
    for (Thread one : threads) {
      try {
        one.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void ask(Stage stage, AtomicLong last) {
    while (over.getCount() > 0) {
      try (Chat chat = stage.chat("his")) {
        askUntilTokensAge(chat, last);
      } catch (RuntimeException _) {
        // It is being broken: with a new connection and a new token it goes on.
        wait(AFTER_REFUSAL);
      }
    }
  }

  private void askUntilTokensAge(Chat chat, AtomicLong last) {
    long begun = System.nanoTime();
    while (over.getCount() > 0 && System.nanoTime() - begun < TOKENS.toNanos()) {
      long asks = System.nanoTime();
      asked.increment();
      switch (OpenDoor.ask(chat)) {
        case Reply.Answered _ -> {
          last.accumulateAndGet(asks, Math::max);
          wait(BETWEEN);
        }
        case Reply.Refused _ -> wait(AFTER_REFUSAL);
      }
    }
  }

  private void wait(Duration time) {
    try {
      pause(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
