package gatehouse.gateway.upstream.rest;

import gatehouse.gateway.upstream.AnswerBody;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands pieces from the connection's thread to the virtual thread that reads. At most {@value
 * #AHEAD} pieces wait; a slow caller slows the upstream down.
 */
final class VertxAnswerBody implements AnswerBody {
  private static final int AHEAD = 32;

  /** How many pieces are asked for at a time: each question wakes the connection's thread. */
  private static final int AT_ONCE = AHEAD / 2;

  /** A model that has said its last word ends the body with it or right behind it. */
  private static final long END_MILLIS = 100;

  private sealed interface Event {
    record Piece(Buffer bytes) implements Event {}

    record End() implements Event {}

    record Broken() implements Event {}
  }

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final HttpClientRequest request;
  private final HttpClientResponse response;
  private final Duration patience;
  private final @Nullable Context connection = Vertx.currentContext();
  private Pause pause = () -> {};
  private int taken;
  private volatile boolean ended;
  private volatile boolean complete;
  private volatile boolean closed;

  VertxAnswerBody(HttpClientRequest request, HttpClientResponse response, Duration patience) {
    this.request = request;
    this.response = response;
    this.patience = patience;
    response.pause();
    response.exceptionHandler(_ -> events.add(new Event.Broken()));
    response.endHandler(_ -> {
      complete = true;
      events.add(new Event.End());
    });
    response.handler(buffer -> events.add(new Event.Piece(buffer)));
    response.fetch(AHEAD);
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    if (ended) {
      return null;
    }
    if (closed) {
      throw new IOException("the answer was cut off");
    }
    return switch (take()) {
      case Event.Piece(Buffer bytes) -> {
        taken++;
        if (taken % AT_ONCE == 0) {
          onConnection(() -> response.fetch(AT_ONCE));
        }
        yield bytes.getBytes();
      }
      case Event.End _ -> {
        ended = true;
        yield null;
      }
      case Event.Broken _ -> throw new IOException("the model broke off");
      case null -> throw new IOException("the model fell silent");
    };
  }

  @Override
  public void finish() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MILLIS);
    try {
      onConnection(() -> response.fetch(AHEAD));
      while (!ended && !closed) {
        Event event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        ended = event instanceof Event.End;
        if (!(event instanceof Event.Piece)) {
          break;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      // It wakes a reader that waits.
      events.add(new Event.Broken());
      if (!ended) {
        onConnection(this::cutOff);
      }
    }
  }

  /**
   * On the connection's own thread: once the body is complete, the connection is another call's.
   */
  private void cutOff() {
    if (!complete) {
      request.reset();
    }
  }

  @Override
  public void beforeWaiting(Pause pause) {
    this.pause = pause;
  }

  private @Nullable Event take() throws IOException {
    if (events.isEmpty()) {
      pause.begins();
    }
    try {
      return events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the model answers", e);
    }
  }

  /** A response's flow control belongs to the thread of its connection. */
  private void onConnection(Runnable action) {
    if (connection == null) {
      action.run();
    } else {
      connection.runOnContext(_ -> action.run());
    }
  }
}
