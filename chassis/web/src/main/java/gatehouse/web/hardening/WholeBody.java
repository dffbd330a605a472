package gatehouse.web.hardening;

import gatehouse.web.ProblemException;
import gatehouse.web.problem.WebProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads bodies on the connection's own thread, up to the path's limit, before a thread is given to
 * the request. A thread that reads by itself is put to sleep and woken for each piece, which cost
 * more than most of what it then did; and whoever sends slowly would hold one.
 */
@Singleton
public final class WholeBody {
  /** What does not block comes before all that may. */
  private static final int FIRST = 0;

  private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(30);

  private final BodyLimits limits;
  private final LargeBodies large;

  WholeBody(BodyLimits limits, LargeBodies large) {
    this.limits = limits;
    this.large = large;
  }

  /**
   * Puts the body where the resource's parameter is read from. Runs behind authentication.
   *
   * @return when it is there; fails with {@link WebProblem#BODY_TOO_LARGE}, with {@link
   *     WebProblem#BUSY} where too many large ones are here already, or with {@link
   *     WebProblem#INVALID_REQUEST}, which nobody reads, if the caller broke off
   */
  @ServerRequestFilter(nonBlocking = true, priority = FIRST)
  public Uni<Void> read(ContainerRequestContext context, RoutingContext routing) {
    HttpServerRequest request = routing.request();
    boolean announced =
        request.headers().contains(HttpHeaders.CONTENT_LENGTH)
            || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    if (!announced || request.isEnded()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .<Buffer>emitter(
            emitter -> new Reading(routing, emitter, limits.of(request.path()), large).begin())
        .map(body -> {
          context.setEntityStream(new ByteArrayInputStream(body.getBytes()));
          return null;
        });
  }

  /** One body on its way. Everything happens on the connection's thread. */
  private static final class Reading {
    private final RoutingContext routing;
    private final HttpServerRequest request;
    private final UniEmitter<? super Buffer> whole;
    private final long limit;
    private final LargeBodies large;
    private final Buffer gathered = Buffer.buffer();
    private Runnable stopWaiting = () -> {};
    private long counted;
    private boolean over;

    Reading(
        RoutingContext routing, UniEmitter<? super Buffer> whole, long limit, LargeBodies large) {
      this.routing = routing;
      this.request = routing.request();
      this.whole = whole;
      this.limit = limit;
      this.large = large;
    }

    void begin() {
      if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
        request.response().writeContinue();
      }
      request.pause();
      request.handler(this::take);
      request.endHandler(_ -> end());
      request.exceptionHandler(_ -> fail(new ProblemException(WebProblem.INVALID_REQUEST)));
      request.resume();
      // Most bodies are here by now, with the head of their request.
      if (!over) {
        long timer = routing.vertx().setTimer(PATIENCE_MILLIS, _ -> request.connection().close());
        stopWaiting = () -> routing.vertx().cancelTimer(timer);
      }
    }

    /** What comes behind the limit is dropped, and the connection with it. */
    private void take(Buffer piece) {
      if (over) {
        return;
      }
      if (gathered.length() + piece.length() > limit) {
        routing.addEndHandler(_ -> request.connection().close());
        fail(new ProblemException(WebProblem.BODY_TOO_LARGE));
      } else if (isRoomFor(piece)) {
        gathered.appendBuffer(piece);
      } else {
        routing.addEndHandler(_ -> request.connection().close());
        routing.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        fail(new ProblemException(WebProblem.BUSY));
      }
    }

    /** What a large body takes is given back when its request has been answered. */
    private boolean isRoomFor(Buffer piece) {
      if (gathered.length() + piece.length() <= LargeBodies.LARGE) {
        return true;
      }
      long bytes = counted == 0 ? gathered.length() + piece.length() : piece.length();
      if (!large.take(bytes, counted)) {
        return false;
      }
      if (counted == 0) {
        routing.addEndHandler(_ -> large.giveBack(counted));
      }
      counted += bytes;
      return true;
    }

    private void end() {
      if (!over) {
        over = true;
        stopWaiting.run();
        whole.complete(gathered);
      }
    }

    private void fail(Exception why) {
      if (!over) {
        over = true;
        stopWaiting.run();
        whole.fail(why);
      }
    }
  }
}
