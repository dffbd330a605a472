package gatehouse.verify.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An exported journal: the entries, one a line, and behind them the checkpoints. Both are read side
 * by side, so that memory does not grow with the file.
 */
public final class ExportFile {

  /** How a line with a checkpoint begins. */
  public static final String CHECKPOINT = "{\"checkpoint\":\"";

  private static final byte[] BEGINNING = CHECKPOINT.getBytes(US_ASCII);
  private static final int BLOCK = 1 << 16;

  private final Path path;
  private final long size;
  private final long border;

  private ExportFile(Path path, long size, long border) {
    this.path = path;
    this.size = size;
    this.border = border;
  }

  /** Opens the file and finds where the checkpoints begin. */
  public static ExportFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException(path + " is not a file");
    }
    try (FileChannel file = FileChannel.open(path)) {
      return new ExportFile(path, file.size(), border(file));
    }
  }

  /** The file's length in bytes. */
  public long size() {
    return size;
  }

  /** Reads the entries. */
  public LineReader entries() throws IOException {
    return entriesFrom(0);
  }

  /**
   * Reads the entries once more from some line on.
   *
   * @param start where it begins, in bytes: one behind {@link LineReader#position} of the line
   *     before
   */
  public LineReader entriesFrom(long start) throws IOException {
    return new LineReader(FileChannel.open(path), Math.min(start, border), border);
  }

  /** Reads the checkpoints. */
  public LineReader checkpoints() throws IOException {
    return new LineReader(FileChannel.open(path), border, size);
  }

  /**
   * The first place from which on a line with a checkpoint comes next, by halving: all entries
   * stand before all checkpoints. Where they do not, the reader of either part meets a line of the
   * other kind, and that is reported.
   */
  private static long border(FileChannel file) throws IOException {
    long low = 0;
    long high = file.size();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (isCheckpoint(file, lineFrom(file, middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return lineFrom(file, low);
  }

  private static boolean isCheckpoint(FileChannel file, long start) throws IOException {
    if (start == file.size()) {
      return true;
    }
    ByteBuffer beginning = ByteBuffer.allocate(BEGINNING.length);
    file.read(beginning, start);
    return Arrays.equals(beginning.array(), BEGINNING);
  }

  /** Where the first line begins that does not begin before the position. */
  private static long lineFrom(FileChannel file, long position) throws IOException {
    if (position == 0) {
      return 0;
    }
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    for (long start = position - 1; start < file.size(); start += block.limit()) {
      block.clear();
      int read = file.read(block, start);
      for (int i = 0; i < read; i++) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
      block.limit(Math.max(read, 1));
    }
    return file.size();
  }
}
