package gatehouse.gateway.upstream.rest;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.gateway.upstream.AnswerBody;
import gatehouse.gateway.upstream.Credential;
import gatehouse.gateway.upstream.ModelAnswer;
import gatehouse.gateway.upstream.Upstream;
import gatehouse.gateway.upstream.Zone;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the connection to a model behind the last event of a stream. */
class ConnectionsTest {
  private static final String EVENTS = "data: {}\n\ndata: [DONE]\n\n";

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger opened = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final VertxModelCalls calls =
      new VertxModelCalls(
          vertx,
          ConfigProvider.getConfig(),
          new RetryAfter(Clock.systemUTC()),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10));
  private boolean ends = true;
  private URI model = URI.create("http://127.0.0.1");

  @BeforeEach
  void startTheModel() throws Exception {
    HttpServer server =
        done(
            vertx
                .createHttpServer()
                .connectionHandler(connection -> {
                  opened.incrementAndGet();
                  connection.closeHandler(_ -> closed.countDown());
                })
                .requestHandler(this::stream)
                .listen(0, "127.0.0.1"));
    model = URI.create("http://127.0.0.1:" + server.actualPort() + "/v1");
  }

  @AfterEach
  void stop() throws Exception {
    calls.close();
    done(vertx.close());
  }

  @Test
  void streamsThatEndShareConnections() throws Exception {
    for (int i = 0; i < 50; i++) {
      read();
    }

    assertThat(opened).hasValueLessThan(10);
  }

  @Test
  void aModelThatGoesOnBehindItsLastWordLosesTheConnection() throws Exception {
    ends = false;

    read();

    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private void read() throws Exception {
    Upstream upstream = new Upstream("model", model, Zone.LOCAL, "CN", null, new Credential.None());
    ModelAnswer answer =
        calls.call(upstream, "/chat/completions", new byte[] {'{', '}'}, () -> true);
    assertThat(answer).isInstanceOf(ModelAnswer.Accepted.class);
    try (AnswerBody body = ((ModelAnswer.Accepted) answer).body()) {
      byte[] events = Objects.requireNonNull(body.next());
      assertThat(new String(events, StandardCharsets.UTF_8)).isEqualTo(EVENTS);
      body.finish();
    }
  }

  private void stream(HttpServerRequest request) {
    HttpServerResponse response =
        request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
    if (ends) {
      response.end(EVENTS);
    } else {
      response.write(EVENTS);
    }
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
