package gatehouse.gateway.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Callers that each send their next request when the last one was answered. */
final class Load {
  private static final int MOST = 4_000_000;

  private final HttpClient client;
  private final RequestOptions target;
  private final Buffer body;
  private final int connections;
  private final long nanos;
  private final AtomicLongArray latencies = new AtomicLongArray(MOST);
  private final AtomicLongArray firsts = new AtomicLongArray(MOST);
  private final AtomicInteger done = new AtomicInteger();
  private final LongAdder failed = new LongAdder();

  Load(Vertx vertx, String[] words) throws IOException {
    connections = Integer.parseInt(words[3]);
    nanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[4]));
    body = Buffer.buffer(Files.readAllBytes(Path.of(words[1])));
    target =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(words[0])
            .putHeader("Content-Type", "application/json")
            .putHeader("Authorization", "Bearer " + words[2]);
    for (String header : words[5].isEmpty() ? new String[0] : words[5].split(";", -1)) {
      int equals = header.indexOf('=');
      target.putHeader(header.substring(0, equals), header.substring(equals + 1));
    }
    client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(connections));
  }

  /** Runs and gives {@code requests failed p50 p99 firstP50}, times in microseconds. */
  String run() throws InterruptedException {
    long end = System.nanoTime() + nanos;
    CountDownLatch left = new CountDownLatch(connections);
    for (int i = 0; i < connections; i++) {
      next(end, left);
    }
    if (!left.await(nanos + TimeUnit.SECONDS.toNanos(30), TimeUnit.NANOSECONDS)) {
      failed.increment();
    }
    client.close();
    int count = Math.min(done.get(), MOST);
    long[] sorted = sorted(latencies, count);
    long[] first = sorted(firsts, count);
    return "%d %d %d %d %d"
        .formatted(
            count,
            failed.sum(),
            at(sorted, 0.5) / 1000,
            at(sorted, 0.99) / 1000,
            at(first, 0.5) / 1000);
  }

  private void next(long end, CountDownLatch left) {
    long begun = System.nanoTime();
    if (begun >= end) {
      left.countDown();
      return;
    }
    long[] first = new long[1];
    client
        .request(target)
        .compose(request -> request.send(body))
        .compose(response -> {
          if (response.statusCode() != 200) {
            failed.increment();
          }
          response.handler(_ -> {
            if (first[0] == 0) {
              first[0] = System.nanoTime();
            }
          });
          return response.end();
        })
        .onComplete(result -> {
          if (result.failed()) {
            failed.increment();
          } else {
            int index = done.getAndIncrement();
            if (index < MOST) {
              latencies.set(index, System.nanoTime() - begun);
              firsts.set(index, first[0] - begun);
            }
          }
          next(end, left);
        });
  }

  private static long[] sorted(AtomicLongArray values, int count) {
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = values.get(i);
    }
    Arrays.sort(sorted);
    return sorted;
  }

  private static long at(long[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
  }
}
