package gatehouse.local.processes;

import gatehouse.local.blueprint.Part;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The parts of a run as they start, serve and stop. Each starts as soon as what it needs is ready;
 * each stops before what it needs does.
 */
public final class RunningSuite implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(250);

  private final RunFolder run;
  private final Announcements announcements;
  private final List<RunningPart> running = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final long startedAt = System.nanoTime();
  private boolean isStopping;

  private RunningSuite(RunFolder run, Announcements announcements) {
    this.run = run;
    this.announcements = announcements;
  }

  /**
   * Claims the run's folder: ends what a killed run left behind, and marks this process as its
   * launcher.
   *
   * @throws CannotStart when a suite runs in it already
   */
  public static RunningSuite claim(RunFolder run, Announcements announcements) {
    Leftovers leftovers = new Leftovers(run);
    leftovers.refuseWhileLauncherLives();
    leftovers.end().forEach(mark -> announcements.note("stopped a leftover: " + mark.part()));
    run.prepare();
    Mark.set(run, Mark.LAUNCHER, ProcessHandle.current());
    return new RunningSuite(run, announcements);
  }

  /** Forgets what earlier runs kept: all data, logs and recordings. */
  public void forgetData() {
    run.forget();
    run.prepare();
    Mark.set(run, Mark.LAUNCHER, ProcessHandle.current());
  }

  /**
   * Starts the parts and returns when all of them are ready.
   *
   * @throws CannotStart when a port is taken, something is not built or a part fails; what has
   *     started goes on until {@link #close}
   */
  public void start(List<Part> parts, PortPlan ports) {
    PortCheck.refuseTaken(parts, ports);
    ports.save(run.ports());
    run.keepStartedParts(parts);
    Map<String, CompletableFuture<Void>> ready = new HashMap<>();
    parts.forEach(part -> ready.put(part.name(), new CompletableFuture<>()));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Part part : parts) {
        threads.execute(() -> bringUp(part, ready));
      }
      CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CannotStart refusal ? refusal : e;
    }
  }

  /**
   * Starts a part anew whose process has ended, and returns when it is ready again.
   *
   * @throws CannotStart when it does not become ready; it may then be tried once more
   */
  public void startAgain(Part part) throws InterruptedException {
    forget(part);
    RunningPart started = launch(part);
    if (becameReady(started, new CompletableFuture<>())) {
      CompletableFuture<Void> _ = started.whenEnded(() -> noticeEnd(part));
    }
  }

  /** Whether somebody has asked it to stop. */
  public synchronized boolean isStopping() {
    return isStopping;
  }

  /** Waits until the suite has been stopped. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Stops all parts, those first that nobody waits for. Returns when no process is left. */
  @Override
  public void close() {
    List<RunningPart> rest;
    synchronized (this) {
      if (isStopping) {
        return;
      }
      isStopping = true;
      rest = new ArrayList<>(running);
    }
    while (!rest.isEmpty()) {
      List<RunningPart> wave = rest.stream().filter(one -> isNeededByNone(one, rest)).toList();
      stopTogether(wave);
      rest.removeAll(wave);
    }
    Mark.of(run, Mark.LAUNCHER).ifPresent(Mark::remove);
    stopped.countDown();
  }

  private void bringUp(Part part, Map<String, CompletableFuture<Void>> ready) {
    CompletableFuture<Void> mine = Objects.requireNonNull(ready.get(part.name()));
    try {
      for (String needed : part.after()) {
        CompletableFuture<Void> other = ready.get(needed);
        if (other != null) {
          other.join();
        }
      }
      part.preparation().run(announcements::note);
      RunningPart started = launch(part);
      if (!becameReady(started, mine)) {
        return;
      }
      announcements.ready(part, Duration.ofNanos(System.nanoTime() - startedAt));
      mine.complete(null);
      // The callback says all there is to say; nobody waits for it.
      CompletableFuture<Void> _ = started.whenEnded(() -> noticeEnd(part));
    } catch (CompletionException e) {
      mine.completeExceptionally(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      mine.completeExceptionally(e);
    } catch (CannotStart e) {
      failAll(ready, e);
    } catch (Exception e) {
      failAll(ready, new CannotStart(CannotStart.Reason.PART_FAILED, part.name() + ": " + e));
    }
  }

  /** One failure ends the waiting for all, so that the person reads it at once. */
  private static void failAll(Map<String, CompletableFuture<Void>> ready, CannotStart refusal) {
    ready.values().forEach(future -> future.completeExceptionally(refusal));
  }

  private synchronized RunningPart launch(Part part) {
    if (isStopping) {
      throw new CannotStart(CannotStart.Reason.PART_FAILED, "The suite is being stopped");
    }
    RunningPart started = RunningPart.start(part, run);
    running.add(started);
    return started;
  }

  /** Whether it did; not, when meanwhile the start as a whole has failed. */
  private boolean becameReady(RunningPart started, CompletableFuture<Void> mine)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Part part = started.part();
    while (!part.probe().passes()) {
      if (mine.isDone()) {
        return false;
      }
      if (!started.isAlive()) {
        throw failed(part, " ended before it was ready");
      }
      if (System.nanoTime() > deadline) {
        throw failed(part, " was not ready after " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(BETWEEN_PROBES);
    }
    return true;
  }

  private CannotStart failed(Part part, String what) {
    List<String> words = RunningPart.lastWords(run.log(part.name()));
    String sentence =
        part.name() + what + ". Its log, " + run.log(part.name()) + ", ends with:\n    ";
    return new CannotStart(CannotStart.Reason.PART_FAILED, sentence + String.join("\n    ", words));
  }

  private void noticeEnd(Part part) {
    if (!isStopping()) {
      announcements.ended(part, run.log(part.name()));
    }
  }

  /** Lets go of what a part that has ended still holds, such as the lock on its folder. */
  private void forget(Part part) {
    List<RunningPart> ended;
    synchronized (this) {
      ended = running.stream().filter(one -> one.part().name().equals(part.name())).toList();
      running.removeAll(ended);
    }
    ended.forEach(RunningPart::stop);
  }

  private static boolean isNeededByNone(RunningPart one, List<RunningPart> rest) {
    return rest.stream().noneMatch(other -> other.part().after().contains(one.part().name()));
  }

  private static void stopTogether(List<RunningPart> wave) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      wave.forEach(part -> threads.execute(part::stop));
    }
  }
}
