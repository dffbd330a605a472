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

  /** A ledger that goes on behind what stands in that file; an empty one if there is none. */
  public Ledger(Path file) {
    try {
      begin(file);
      lines.set(count(file));
      channel = FileChannel.open(file, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes it an empty one if there is none: a run of stops alone acknowledges nothing. */
  public static void begin(Path file) {
    try {
      Files.writeString(file, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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

  /** What one service has acknowledged, as the disk has it. */
  public static List<Acknowledged> read(Path file, String service) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith(service + '\t')).map(Acknowledged::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many lines a ledger has on the disk. */
  public static long count(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
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
