package gatehouse.gateway.upstream.rest;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.upstream.Credential;
import gatehouse.gateway.upstream.ModelAnswer;
import gatehouse.gateway.upstream.Upstream;
import gatehouse.gateway.upstream.Zone;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway that stands still on its way to the socket until its lease has run out. */
@Clause({"G-51", "G-02"})
class HeldUpTest {
  private static final byte[] SMALL = {'{', '}'};
  private static final byte[] MORE_THAN_THE_KERNEL_TAKES = new byte[32 << 20];
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

  private final Vertx vertx = Vertx.vertx();
  private final VertxModelCalls calls =
      new VertxModelCalls(
          vertx,
          ConfigProvider.getConfig(),
          new RetryAfter(Clock.systemUTC()),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20));
  private final AtomicInteger looks = new AtomicInteger();
  private final ServerSocket model;

  HeldUpTest() throws IOException {
    model = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws Exception {
    calls.close();
    model.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** The look says yes, and the thread goes on only when the lease has run out. */
  @Test
  void notAByteLeavesThatWasHeldUpBehindTheLook() throws Exception {
    long ends = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
    BooleanSupplier heldUp =
        () -> {
          boolean lives = System.nanoTime() < ends;
          while (System.nanoTime() < ends) {
            LockSupport.parkNanos(ends - System.nanoTime());
          }
          return lives;
        };

    CompletableFuture<ModelAnswer> answer = call(SMALL, heldUp);

    try (Socket connection = model.accept()) {
      assertThat(connection.getInputStream().readAllBytes()).isEmpty();
    }
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new ModelAnswer.Withheld(false));
  }

  /** The model reads slowly; what the kernel has no room for waits in the gateway. */
  @Test
  void theRestOfALongCallStaysWhenItsLeaseRunsOut() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    BooleanSupplier lease =
        () -> {
          looks.incrementAndGet();
          return over.getCount() > 0;
        };
    CompletableFuture<ModelAnswer> answer = call(MORE_THAN_THE_KERNEL_TAKES, lease);
    try (Socket connection = model.accept()) {
      awaitNoMoreLooks();
      over.countDown();

      assertThat(arrived(connection.getInputStream()))
          .isPositive()
          .isLessThan(MORE_THAN_THE_KERNEL_TAKES.length);
    }
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new ModelAnswer.Withheld(true));
  }

  @Test
  void theNextCallOnTheSameConnectionHasLooksOfItsOwn() throws Exception {
    CompletableFuture<ModelAnswer> first = call(SMALL, () -> true);
    try (Socket connection = model.accept()) {
      String heard = answer(connection);
      ModelAnswer.Accepted accepted = (ModelAnswer.Accepted) first.get(10, TimeUnit.SECONDS);
      assertThat(accepted.body().next()).isEqualTo(SMALL);
      assertThat(accepted.body().next()).isNull();
      CompletableFuture<ModelAnswer> second = call(SMALL, () -> looks.incrementAndGet() == 1);

      assertThat(heard).startsWith("POST /v1/chat/completions HTTP/1.1").endsWith("{}");
      assertThat(connection.getInputStream().readAllBytes()).isEmpty();
      assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(new ModelAnswer.Withheld(false));
    }
  }

  private CompletableFuture<ModelAnswer> call(byte[] body, BooleanSupplier mayLeave) {
    URI url = URI.create("http://127.0.0.1:" + model.getLocalPort() + "/v1");
    Upstream upstream = new Upstream("model", url, Zone.LOCAL, "CN", null, new Credential.None());
    return CompletableFuture.supplyAsync(
        () -> calls.call(upstream, "/chat/completions", body, mayLeave),
        task -> Thread.ofVirtual().start(task));
  }

  private static String answer(Socket connection) throws IOException {
    StringBuilder heard = new StringBuilder();
    InputStream in = connection.getInputStream();
    while (!heard.toString().endsWith("\r\n\r\n{}")) {
      heard.append((char) in.read());
    }
    OutputStream out = connection.getOutputStream();
    out.write(ANSWER.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return heard.toString();
  }

  /** Nobody looks for a while: the socket is full. */
  private void awaitNoMoreLooks() {
    int seen = -1;
    while (seen < 2 || seen != looks.get()) {
      seen = looks.get();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    }
  }

  private static long arrived(InputStream in) {
    byte[] some = new byte[1 << 16];
    long count = 0;
    try {
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        count += n;
      }
    } catch (IOException _) {
      // Reset, with bytes still on the way.
    }
    return count;
  }
}
