package gatehouse.web.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real sockets: what the other side reads is what has left. */
class LastLookTest {
  private static final int MORE_THAN_THE_KERNEL_TAKES = 32 << 20;
  private static final int SILENCE_MILLIS = 20_000;

  private final NioEventLoopGroup loops = new NioEventLoopGroup(1);
  private final AtomicBoolean lives = new AtomicBoolean(true);
  private final AtomicInteger looks = new AtomicInteger();
  private final ServerSocket server;
  private boolean wasReset;

  LastLookTest() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws Exception {
    server.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
  }

  /** The lease ends while the thread stands still between the first look and the socket. */
  @Test
  void whatWasHeldUpOnItsWayToTheSocketDoesNotLeave() throws Exception {
    Channel channel = connect();
    channel.pipeline().addLast(new StandStill());
    try (Socket other = accepted()) {
      Departure departure = LastLook.begin(channel, this::mayLeave);

      ChannelFuture written = channel.writeAndFlush(bytes(1000)).await();

      assertThat(other.getInputStream().readAllBytes()).isEmpty();
      assertThat(written.isSuccess()).isFalse();
      assertThat(departure.isRefused()).isTrue();
      assertThat(departure.hasBegun()).isFalse();
      assertThat(channel.isOpen()).isFalse();
    }
  }

  @Test
  void whatTheSocketHadNoRoomForDoesNotLeaveLater() throws Exception {
    Channel channel = connect();
    try (Socket other = accepted()) {
      Departure departure = LastLook.begin(channel, this::mayLeave);
      ChannelFuture written = channel.writeAndFlush(bytes(MORE_THAN_THE_KERNEL_TAKES));
      awaitFullSocket(channel);
      lives.set(false);

      long arrived = read(other.getInputStream());

      assertThat(wasReset).as("what the kernel still held is forgotten").isTrue();
      assertThat(arrived).isPositive().isLessThan(MORE_THAN_THE_KERNEL_TAKES);
      assertThat(written.await().isSuccess()).isFalse();
      assertThat(departure.isRefused()).isTrue();
      assertThat(departure.hasBegun()).isTrue();
    }
  }

  @Test
  void whileItLivesAllOfItLeavesInOrder() throws Exception {
    Channel channel = connect();
    try (Socket other = accepted()) {
      Departure departure = LastLook.begin(channel, this::mayLeave);
      var _ = channel.write(bytes(10));
      ChannelFuture written = channel.writeAndFlush(bytes(MORE_THAN_THE_KERNEL_TAKES));
      awaitFullSocket(channel);
      InputStream in = new BufferedInputStream(other.getInputStream());

      byte[] first = in.readNBytes(10);
      boolean same = true;
      for (int at = 0; at < MORE_THAN_THE_KERNEL_TAKES; at++) {
        same &= in.read() == (at & 0x7f);
      }

      assertThat(first).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(same).isTrue();
      assertThat(written.await().isSuccess()).isTrue();
      assertThat(departure.isRefused()).isFalse();
      assertThat(channel.isWritable()).isTrue();
    }
  }

  /** The head of a message and its body cost one look and one call of the kernel. */
  @Test
  void whatIsFlushedTogetherIsLookedAtOnce() throws Exception {
    Channel channel = connect();
    try (Socket other = accepted()) {
      LastLook.begin(channel, this::mayLeave);

      var _ = channel.write(bytes(100));
      channel.writeAndFlush(bytes(200)).await();

      assertThat(other.getInputStream().readNBytes(300)).hasSize(300);
      assertThat(looks).hasValue(1);
    }
  }

  @Test
  void behindTheEndNobodyIsAsked() throws Exception {
    Channel channel = connect();
    try (Socket other = accepted()) {
      LastLook.begin(channel, this::mayLeave);
      channel.writeAndFlush(bytes(5)).await();
      lives.set(false);
      LastLook.end(channel);

      channel.writeAndFlush(bytes(7)).await();

      assertThat(other.getInputStream().readNBytes(12)).hasSize(12);
      assertThat(looks).hasValue(1);
    }
  }

  @Test
  void aConnectionServesOneDepartureAfterTheOther() throws Exception {
    Channel channel = connect();
    try (Socket other = accepted()) {
      Departure over = LastLook.begin(channel, () -> true);
      channel.writeAndFlush(bytes(5)).await();
      lives.set(false);
      Departure next = LastLook.begin(channel, this::mayLeave);
      List<String> handlers = channel.pipeline().names();

      channel.writeAndFlush(bytes(7)).await();

      assertThat(other.getInputStream().readAllBytes()).hasSize(5);
      assertThat(over.isRefused()).isFalse();
      assertThat(next.isRefused()).isTrue();
      assertThat(handlers).filteredOn(name -> name.startsWith("LastLook")).hasSize(1);
    }
  }

  private boolean mayLeave() {
    looks.incrementAndGet();
    return lives.get();
  }

  /** Fails a test to which nothing comes, instead of waiting for it. */
  private Socket accepted() throws IOException {
    Socket socket = server.accept();
    socket.setSoTimeout(SILENCE_MILLIS);
    return socket;
  }

  private Channel connect() throws InterruptedException {
    return new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .handler(new ChannelInboundHandlerAdapter())
        .connect(server.getLocalSocketAddress())
        .sync()
        .channel();
  }

  /** Holds the channel's thread up until the lease has run out. */
  private final class StandStill extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      lives.set(false);
      var _ = ctx.write(message, promise);
    }
  }

  private static ByteBuf bytes(int count) {
    ByteBuf bytes = Unpooled.buffer(count);
    for (int at = 0; at < count; at++) {
      bytes.writeByte(at & 0x7f);
    }
    return bytes;
  }

  /** Until nothing more fits: what is left waits for room, and no handler is asked for it. */
  private void awaitFullSocket(Channel channel) throws Exception {
    int seen = -1;
    while (channel.isWritable() || seen != looks.get()) {
      seen = looks.get();
      channel.eventLoop().schedule(() -> {}, 100, TimeUnit.MILLISECONDS).sync();
    }
  }

  private long read(InputStream in) throws IOException {
    long count = 0;
    try {
      byte[] some = new byte[1 << 16];
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        count += n;
      }
    } catch (SocketException _) {
      wasReset = true;
    }
    return count;
  }
}
