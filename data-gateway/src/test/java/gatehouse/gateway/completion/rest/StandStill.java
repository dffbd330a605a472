package gatehouse.gateway.completion.rest;

import gatehouse.embedded.Eventually;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands still on a caller's connection, behind everything that decides what is written and before
 * the last look at the socket.
 */
final class StandStill extends ChannelOutboundHandlerAdapter {
  private static final AtomicBoolean EXPECTED = new AtomicBoolean();
  private static final AtomicReference<@Nullable StandStill> PRESENT = new AtomicReference<>();

  private final CountDownLatch stands = new CountDownLatch(1);
  private final CountDownLatch wakes = new CountDownLatch(1);
  private final AtomicLong passed = new AtomicLong();
  private volatile boolean tired;

  private StandStill() {}

  /** Puts one on the connection of the next call. */
  @ApplicationScoped
  static class OnConnections {
    void put(@Observes Filters filters) {
      filters.register(OnConnections::onNext, 1);
    }

    private static void onNext(RoutingContext call) {
      if (EXPECTED.getAndSet(false)) {
        StandStill standStill = new StandStill();
        PRESENT.set(standStill);
        ((ConnectionBase) call.request().connection()).channel().pipeline().addFirst(standStill);
      }
      call.next();
    }
  }

  static void expect() {
    PRESENT.set(null);
    EXPECTED.set(true);
  }

  /** The one on the connection of the call that has begun, or is about to. */
  static StandStill present() throws Exception {
    Eventually.holds("a call has begun", Duration.ofSeconds(20), () -> PRESENT.get() != null);
    return Objects.requireNonNull(PRESENT.get());
  }

  /** Holds the next bytes up; returns when it does. */
  void hold() throws InterruptedException {
    tired = true;
    if (!stands.await(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nothing came by");
    }
  }

  void wakeUp() {
    wakes.countDown();
  }

  /** How many bytes had come by before it stood still. */
  long passed() {
    return passed.get();
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
      throws InterruptedException {
    if (tired && stands.getCount() > 0) {
      stands.countDown();
      wakes.await();
    } else if (stands.getCount() > 0 && message instanceof ByteBuf bytes) {
      passed.addAndGet(bytes.readableBytes());
    }
    var _ = ctx.write(message, promise);
  }
}
