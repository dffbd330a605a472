package gatehouse.gateway.recent;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Answers that are remembered for a moment, counted from before the question was put. Whoever finds
 * none asks, and all others with the same question wait for that answer: the number of questions
 * does not grow with the number of calls, and where nobody answers nobody waits twice.
 */
public final class Recent<Q, A> {
  static final int MOST = 10_000;

  private final Function<Q, A> source;
  private final Duration age;
  private final Map<Q, Answer<A>> answers = new HashMap<>();
  private final Map<Q, FutureTask<Answer<A>>> asked = new HashMap<>();

  private record Answer<A>(A value, long askedAt) {}

  /**
   * @param source asks; what it throws reaches all who wait for the answer
   * @param age how long an answer is remembered; zero asks every time
   */
  public Recent(Function<Q, A> source, Duration age) {
    this.source = source;
    this.age = age;
  }

  /** The answer, if it is remembered; never waits. */
  public synchronized Optional<A> known(Q question) {
    return Optional.ofNullable(answers.get(question)).filter(this::isFresh).map(Answer::value);
  }

  /**
   * The answer, remembered or asked for.
   *
   * @throws IllegalStateException if nobody knows: nobody may take an old answer
   */
  public A of(Q question) {
    long arrived = System.nanoTime();
    Optional<A> known = known(question);
    while (known.isEmpty()) {
      Answer<A> answer = asked(question);
      boolean askedSince = answer.askedAt() - arrived >= 0;
      known = askedSince || isFresh(answer) ? Optional.of(answer.value()) : Optional.empty();
    }
    return known.get();
  }

  private Answer<A> asked(Q question) {
    FutureTask<Answer<A>> mine =
        new FutureTask<>(() -> {
          long askedAt = System.nanoTime();
          return new Answer<>(source.apply(question), askedAt);
        });
    FutureTask<Answer<A>> running = running(question, mine);
    if (running.equals(mine)) {
      mine.run();
      keep(question, mine);
    }
    try {
      return running.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody knows at present", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private synchronized FutureTask<Answer<A>> running(Q question, FutureTask<Answer<A>> mine) {
    FutureTask<Answer<A>> other = asked.putIfAbsent(question, mine);
    return other == null ? mine : other;
  }

  private synchronized void keep(Q question, FutureTask<Answer<A>> done) {
    boolean stillAsked = asked.remove(question, done);
    if (stillAsked && done.state() == Future.State.SUCCESS) {
      if (answers.size() >= MOST) {
        answers.clear();
      }
      answers.put(question, done.resultNow());
    }
  }

  /** A question that is under way may not know yet: nobody joins it, and its answer is not kept. */
  synchronized void forget() {
    answers.clear();
    asked.clear();
  }

  private boolean isFresh(Answer<A> answer) {
    return System.nanoTime() - answer.askedAt() < age.toNanos();
  }

  /** Returns when no replica remembers what was true before the call. */
  void outlive() {
    long end = System.nanoTime() + age.toNanos();
    for (long left = age.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
