package gatehouse.web.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.CoalescingBufferQueue;
import java.nio.channels.ClosedChannelException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The last handler before the socket, behind TLS: what passes while a {@link Departure} is under
 * way is looked at again before every single write of the socket. A thread that was held up
 * anywhere before, for however long, sends nothing that may not leave any more (ADR 0531).
 *
 * <p>For connections of HTTP/1.1, which carry one message at a time. What is written at once goes
 * to the socket at once, as it would without this.
 */
public final class LastLook extends ChannelOutboundHandlerAdapter {
  private final CoalescingBufferQueue unflushed;
  private @Nullable Departure departure;

  private LastLook(Channel channel) {
    this.unflushed = new CoalescingBufferQueue(channel);
  }

  /**
   * From now on everything that is written to the channel leaves only while it may, until the next
   * departure or {@link #end}.
   *
   * @param mayLeave asked on the channel's own thread before each write of the socket; must not
   *     wait for anything. A no closes the connection
   */
  public static Departure begin(Channel channel, BooleanSupplier mayLeave) {
    Departure departure = new Departure(mayLeave);
    set(channel, departure);
    return departure;
  }

  /** What is written from now on may leave; what was written before stays under its departure. */
  public static void end(Channel channel) {
    set(channel, null);
  }

  /** In the order in which things are written: whatever thread writes, it does so by this queue. */
  private static void set(Channel channel, @Nullable Departure departure) {
    // There at once: who writes from another thread chooses the first handler there and then.
    LastLook look = of(channel);
    if (channel.eventLoop().inEventLoop()) {
      look.follow(departure, channel);
    } else {
      channel.eventLoop().execute(() -> look.follow(departure, channel));
    }
  }

  private static LastLook of(Channel channel) {
    if (channel.pipeline().first() instanceof LastLook present) {
      return present;
    }
    LastLook added = new LastLook(channel);
    channel.pipeline().addFirst(added);
    return added;
  }

  private void follow(@Nullable Departure next, Channel channel) {
    ChannelHandlerContext ctx = channel.pipeline().context(this);
    if (ctx != null) {
      passOn(ctx);
    }
    departure = next;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (departure != null && message instanceof ByteBuf bytes) {
      unflushed.add(bytes, promise);
    } else {
      passOn(ctx);
      var _ = ctx.write(message, promise);
    }
  }

  @Override
  public void flush(ChannelHandlerContext ctx) {
    passOn(ctx);
    ctx.flush();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    if (!unflushed.isEmpty()) {
      unflushed.releaseAndFailAll(new ClosedChannelException());
    }
  }

  /** Head and body of a message go in one piece: one look, one write of the socket. */
  private void passOn(ChannelHandlerContext ctx) {
    Departure present = departure;
    if (present == null || unflushed.isEmpty()) {
      return;
    }
    ChannelPromise promise = ctx.newPromise();
    ByteBuf bytes = unflushed.remove(unflushed.readableBytes(), promise);
    if (bytes.isReadable()) {
      var _ = ctx.write(new DepartingBytes(direct(ctx, bytes), present), promise);
    } else {
      var _ = ctx.write(bytes, promise);
    }
  }

  /** What lies elsewhere would be copied between the look and the socket. */
  private static ByteBuf direct(ChannelHandlerContext ctx, ByteBuf bytes) {
    if (bytes.isDirect() && bytes.nioBufferCount() == 1) {
      return bytes;
    }
    try {
      return ctx.alloc().directBuffer(bytes.readableBytes()).writeBytes(bytes);
    } finally {
      bytes.release();
    }
  }
}
