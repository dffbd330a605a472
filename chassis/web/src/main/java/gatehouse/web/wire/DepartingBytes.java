package gatehouse.web.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.DefaultByteBufHolder;
import io.netty.channel.FileRegion;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Bytes that write themselves to the socket, and look each time whether they may.
 *
 * <p>Of plain bytes Netty writes later, without asking any handler, what the socket had no room
 * for. A {@link FileRegion} is asked to do each single write, the later ones too; it need not be of
 * a file. As a holder of a buffer it also counts as what waits to be written.
 */
final class DepartingBytes extends DefaultByteBufHolder implements FileRegion {
  private final Departure departure;
  private final int first;
  private final int count;

  /**
   * Takes them over.
   *
   * @param bytes one direct buffer: the kernel reads from where they lie
   */
  DepartingBytes(ByteBuf bytes, Departure departure) {
    super(bytes);
    this.departure = departure;
    this.first = bytes.readerIndex();
    this.count = bytes.readableBytes();
  }

  @Override
  public long transferTo(WritableByteChannel socket, long position) throws IOException {
    ByteBuf bytes = content();
    ByteBuffer rest = bytes.nioBuffer();
    if (!departure.mayGoOn()) {
      if (departure.hasBegun()) {
        forgetWhatTheKernelHolds(socket);
      }
      // Closes the connection, and everything that waits on it fails.
      throw new IOException("the rest may not leave any more");
    }
    int taken = socket.write(rest);
    if (taken > 0) {
      departure.began();
      bytes.skipBytes(taken);
    }
    return taken;
  }

  /** An orderly end would still deliver it, however much later there is a way again. */
  private static void forgetWhatTheKernelHolds(WritableByteChannel socket) throws IOException {
    if (socket instanceof NetworkChannel connection) {
      connection.setOption(StandardSocketOptions.SO_LINGER, 0);
    }
  }

  @Override
  public long position() {
    return 0;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long transferred() {
    return (long) content().readerIndex() - first;
  }

  @Override
  @Deprecated
  public long transfered() {
    throw new UnsupportedOperationException("misspelt since Netty 4.1: transferred");
  }

  @Override
  public DepartingBytes retain() {
    super.retain();
    return this;
  }

  @Override
  public DepartingBytes retain(int increment) {
    super.retain(increment);
    return this;
  }

  @Override
  public DepartingBytes touch() {
    super.touch();
    return this;
  }

  @Override
  public DepartingBytes touch(Object hint) {
    super.touch(hint);
    return this;
  }
}
