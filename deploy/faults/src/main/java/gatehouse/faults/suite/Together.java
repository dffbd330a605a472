package gatehouse.faults.suite;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What need not wait for each other: the starts of two services take one time, not two. */
final class Together {
  private Together() {}

  /** What is done with each. */
  @FunctionalInterface
  interface Action {
    void on(String part) throws InterruptedException;
  }

  /** Returns when all is done. */
  static void each(List<String> parts, Action action) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> all =
          parts.stream()
              .<Callable<String>>map(part ->
                  () -> {
                    action.on(part);
                    return part;
                  })
              .toList();
      for (Future<String> one : threads.invokeAll(all)) {
        String _ = one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("not all of " + parts + " could be started", e);
    }
  }
}
