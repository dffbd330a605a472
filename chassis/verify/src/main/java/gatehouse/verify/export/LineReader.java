package gatehouse.verify.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Reads lines of a part of a file through one buffer that grows up to the longest line allowed. */
public final class LineReader implements Closeable {

  /** A body has at most 900,000 bytes; in Base64 and with the other fields it stays below this. */
  private static final int LONGEST = 2 << 20;

  private static final int BUFFER = 1 << 18;

  private final FileChannel file;
  private final long end;
  private long position;
  private byte[] buffer;
  private int from;
  private int to;
  private int filled;

  LineReader(FileChannel file, long start, long end) {
    this.file = file;
    this.position = start;
    this.end = end;
    this.buffer = new byte[Math.clamp(end - start, 1, BUFFER)];
  }

  /**
   * Moves to the next line.
   *
   * @return false at the end
   * @throws MalformedLineException if the rest is too long for a line or ends without a newline
   */
  public boolean next() throws IOException {
    from = to == 0 ? 0 : to + 1;
    int look = from;
    while (true) {
      for (; look < filled; look++) {
        if (buffer[look] == '\n') {
          to = look;
          return true;
        }
      }
      int scanned = look - from;
      if (!fill()) {
        if (scanned == 0) {
          return false;
        }
        throw new MalformedLineException("the file ends in the middle of a line");
      }
      look = from + scanned;
    }
  }

  /** The present line. */
  public Line line() {
    return new Line(buffer, from, to);
  }

  /** How far in the file the present line ends. */
  public long position() {
    return position - filled + to;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Moves the unfinished line to the front and reads more behind it. */
  private boolean fill() throws IOException {
    if (position >= end) {
      return false;
    }
    System.arraycopy(buffer, from, buffer, 0, filled - from);
    filled -= from;
    from = 0;
    if (filled == buffer.length) {
      if (filled >= LONGEST) {
        throw new MalformedLineException("the line is too long");
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int wanted = (int) Math.min(buffer.length - filled, end - position);
    int read = file.read(ByteBuffer.wrap(buffer, filled, wanted), position);
    if (read < 0) {
      throw new IOException("the file became shorter while it was read");
    }
    filled += read;
    position += read;
    return true;
  }
}
