package gatehouse.faults.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Workers that ask without end, and write down what was acknowledged. */
public final class Load implements AutoCloseable {
  private static final int TURNING = 8;
  private static final int NOTING = 4;

  /** How fast the workers ask. */
  public enum Pace {
    /** Some 900 requests a second, where the machine can take them. */
    FULL(1),
    /** A quarter of that: as many workers, each resting longer. */
    GENTLE(4);

    private final int rests;

    Pace(int rests) {
      this.rests = rests;
    }

    private Duration between(Duration usual) {
      return usual.multipliedBy(rests);
    }
  }

  private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
  // Less than the machine can take: what piles up during a fault must be seen to go down again.
  private static final Duration BETWEEN_TURNS = Duration.ofMillis(15);
  private static final Duration BETWEEN = Duration.ofMillis(40);
  private static final Duration SYNC = Duration.ofMillis(50);
  // A token of the development realm lives for five minutes.
  private static final Duration TOKENS = Duration.ofMinutes(3);

  private final Ledger ledger;
  private final Pace pace;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, LongAdder> attempts = new HashMap<>();

  private Load(Ledger ledger, Pace pace) {
    this.ledger = ledger;
    this.pace = pace;
  }

  /**
   * Starts the workers.
   *
   * @param hospital who asks the four services; null when only the station runs
   */
  public static Load start(Ledger ledger, String station, @Nullable Hospital hospital, Pace pace) {
    Load load = new Load(ledger, pace);
    for (int i = 0; i < TURNING; i++) {
      load.add(StationDeed.turn(load.http, station), BETWEEN_TURNS);
    }
    for (int i = 0; i < NOTING; i++) {
      load.add(StationDeed.note(load.http, station), BETWEEN_TURNS);
    }
    if (hospital != null) {
      ServiceDeed.all(hospital).forEach(deed -> load.add(deed, BETWEEN));
      load.run(() -> load.repeat(TOKENS, hospital::forgetTokens));
    }
    load.run(() -> load.repeat(SYNC, ledger::sync));
    load.threads.forEach(Thread::start);
    return load;
  }

  /** How often each type of entry was asked for; none may exist more often. */
  public Map<String, Long> attempts() {
    Map<String, Long> counts = new HashMap<>();
    attempts.forEach((type, count) -> counts.put(type, count.sum()));
    return counts;
  }

  /** Ends the workers and closes the ledger. */
  @Override
  public void close() {
    stop.countDown();
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    http.close();
    ledger.close();
  }

  private void add(Deed deed, Duration between) {
    LongAdder count = attempts.computeIfAbsent(deed.type(), _ -> new LongAdder());
    run(() -> {
      boolean answered = true;
      while (!waited(answered ? pace.between(between) : AFTER_FAILURE)) {
        count.increment();
        answered = act(deed);
      }
    });
  }

  private boolean act(Deed deed) {
    try {
      ledger.add(deed.act());
      return true;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void repeat(Duration every, Runnable action) {
    while (!waited(every)) {
      action.run();
    }
  }

  private void run(Runnable action) {
    threads.add(Thread.ofPlatform().daemon().name("load-" + threads.size()).unstarted(action));
  }

  /** Whether the end came while waiting. */
  private boolean waited(Duration time) {
    try {
      return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
