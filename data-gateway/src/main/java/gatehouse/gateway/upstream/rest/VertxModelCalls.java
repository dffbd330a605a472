package gatehouse.gateway.upstream.rest;

import gatehouse.clauses.Clause;
import gatehouse.gateway.upstream.Credential;
import gatehouse.gateway.upstream.ModelAnswer;
import gatehouse.gateway.upstream.ModelCalls;
import gatehouse.gateway.upstream.Upstream;
import gatehouse.web.wire.Departure;
import gatehouse.web.wire.LastLook;
import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Clause({"G-51", "G-02"})
class VertxModelCalls implements ModelCalls {
  private static final Logger LOG = Logger.getLogger(VertxModelCalls.class);
  private static final int MOST_CONNECTIONS = 512;

  private final HttpClient client;
  private final Config config;
  private final Duration patience;
  private final RetryAfter retryAfter;

  VertxModelCalls(
      Vertx vertx,
      Config config,
      RetryAfter retryAfter,
      @ConfigProperty(name = "gatehouse.upstream.connect-timeout") Duration connectTimeout,
      @ConfigProperty(name = "gatehouse.upstream.silence") Duration patience) {
    this.config = config;
    this.patience = patience;
    this.retryAfter = retryAfter;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                // Whoever a name leads to has to prove that it is the one (leak case 52).
                .setTrustAll(false)
                .setVerifyHost(true)
                // h2c upgrades would carry a request past this connection's rules.
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setKeepAliveTimeout(30)
                .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis())));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  @Override
  public ModelAnswer call(Upstream upstream, String path, byte[] body, BooleanSupplier mayLeave) {
    Sending sending = new Sending();
    try {
      return client
          .request(options(upstream, path))
          .compose(request ->
              send(request, body, sending, () -> sending.isAwaited() && mayLeave.getAsBoolean()))
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return sending.isRefused()
          ? new ModelAnswer.Withheld(sending.hasBegun())
          : unreachable(upstream, e.getCause());
    } catch (TimeoutException e) {
      sending.giveUp();
      return unreachable(upstream, e);
    } catch (InterruptedException e) {
      sending.giveUp();
      Thread.currentThread().interrupt();
      return unreachable(upstream, e);
    } catch (RuntimeException e) {
      // Its key cannot be read, say: nothing has left, and the next model may do.
      sending.giveUp();
      return unreachable(upstream, e);
    }
  }

  /**
   * A request on its way. Nobody may wait for it any more: then its connection ends, and what did
   * not leave yet stays here.
   */
  private static final class Sending {
    private @Nullable HttpClientRequest open;
    private volatile @Nullable Departure departure;
    private volatile boolean givenUp;

    boolean isAwaited() {
      return !givenUp;
    }

    /** Returns whether somebody still waits. */
    synchronized boolean on(HttpClientRequest request) {
      open = request;
      return !givenUp;
    }

    synchronized void giveUp() {
      givenUp = true;
      if (open != null) {
        open.reset();
      }
    }

    void departs(Departure under) {
      departure = under;
    }

    boolean isRefused() {
      Departure under = departure;
      return under != null && under.isRefused();
    }

    boolean hasBegun() {
      Departure under = departure;
      return under != null && under.hasBegun();
    }
  }

  /**
   * Runs when the connection is there. What may not leave now costs no connection; what may is
   * looked at again where only the socket stands behind it.
   */
  private Future<ModelAnswer> send(
      HttpClientRequest request, byte[] body, Sending sending, BooleanSupplier mayLeave) {
    if (!sending.on(request) || !mayLeave.getAsBoolean()) {
      request.reset();
      return Future.succeededFuture(new ModelAnswer.Withheld(false));
    }
    Channel channel = ((ConnectionBase) request.connection()).channel();
    sending.departs(LastLook.begin(channel, mayLeave));
    return request.send(Buffer.buffer(body)).map(response -> answer(request, response));
  }

  private static ModelAnswer unreachable(Upstream upstream, @Nullable Throwable cause) {
    LOG.warnf(
        "upstream %s not reached: %s",
        upstream.name(), cause == null ? "unknown" : cause.getClass().getSimpleName());
    return new ModelAnswer.Unreachable();
  }

  private RequestOptions options(Upstream upstream, String path) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(upstream.url() + path)
            .setFollowRedirects(false)
            .putHeader("Content-Type", "application/json")
            .putHeader("Accept", "application/json, text/event-stream")
            .putHeader("Accept-Encoding", "identity")
            .putHeader("User-Agent", "gatehouse");
    String key = key(upstream.credential());
    return key == null ? options : options.putHeader("Authorization", "Bearer " + key);
  }

  private @Nullable String key(Credential credential) {
    return switch (credential) {
      case Credential.None _ -> null;
      case Credential.FromEnvironment(String variable) ->
          config.getValue(variable, String.class).strip();
      case Credential.FromFile file -> firstLine(file);
    };
  }

  private static String firstLine(Credential.FromFile credential) {
    try {
      List<String> lines = Files.readAllLines(credential.file());
      return lines.isEmpty() ? "" : lines.getFirst().strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the key of an upstream cannot be read", e);
    }
  }

  /** Runs on the connection's own thread, before the first piece of the body. */
  private ModelAnswer answer(HttpClientRequest request, HttpClientResponse response) {
    int status = response.statusCode();
    if (status < 200 || status > 299) {
      // A redirect is a refusal too: where data go is decided by the file alone.
      response.exceptionHandler(_ -> LOG.debug("the refused answer was dropped"));
      request.reset();
      return new ModelAnswer.Refused(status, retryAfter.of(response.headers()));
    }
    String type = response.getHeader("Content-Type");
    boolean eventStream = type != null && type.startsWith("text/event-stream");
    return new ModelAnswer.Accepted(eventStream, new VertxAnswerBody(request, response, patience));
  }
}
