package gatehouse.faults.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What was acknowledged, a line each, on the disk. A line is written only after the answer has
 * come, so that everything in it must be found later; what is missing in it may exist or not.
 */
public final class Ledger implements AutoCloseable {
  private final FileChannel channel;
  private final AtomicLong lines = new AtomicLong();
  private final StringBuilder waiting = new StringBuilder();

  /** An empty ledger in that file. */
  public Ledger(Path file) {
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the line; {@link #sync} makes it durable. */
  void add(Acknowledged acknowledged) {
    synchronized (waiting) {
      waiting.append(acknowledged.line()).append('\n');
    }
  }

  /** Writes and fsyncs what has come since the last time. */
  void sync() {
    String text;
    synchronized (waiting) {
      text = waiting.toString();
      waiting.setLength(0);
    }
    if (text.isEmpty()) {
      return;
    }
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
      lines.addAndGet(text.lines().count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many lines are on the disk. */
  public long size() {
    return lines.get();
  }

  /** The lines of a ledger, as the disk has them. */
  public static List<Acknowledged> read(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(Acknowledged::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    sync();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
