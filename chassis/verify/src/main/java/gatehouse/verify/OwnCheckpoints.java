package gatehouse.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.verify.export.ExportFile;
import gatehouse.verify.export.Line;
import gatehouse.verify.export.LineReader;
import gatehouse.verify.export.MalformedLineException;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The export's own checkpoints, one after the other, each checked as far as it can be by itself.
 */
final class OwnCheckpoints {

  private final LineReader lines;
  private final String origin;
  private final List<VerifierKey> keys;
  private @Nullable Checkpoint present;
  private @Nullable String fault;
  private long last;
  private long count;

  OwnCheckpoints(LineReader lines, String origin, List<VerifierKey> keys) throws IOException {
    this.lines = lines;
    this.origin = origin;
    this.keys = keys;
    next();
  }

  /** Whose journal it calls itself; null if its first checkpoint cannot be read. */
  static @Nullable String originOf(ExportFile export) throws IOException {
    try (LineReader lines = export.checkpoints()) {
      return lines.next() ? read(lines.line()).origin() : null;
    } catch (MalformedLineException | IllegalArgumentException _) {
      return null;
    }
  }

  /** The checkpoint to come; null behind the last and where one is faulty. */
  @Nullable Checkpoint present() {
    return present;
  }

  /** What is wrong with the line that should hold the next checkpoint. */
  @Nullable String fault() {
    return fault;
  }

  /** How many were read. */
  long count() {
    return count;
  }

  /** The size of the last checkpoint that was passed. */
  long last() {
    return last;
  }

  void next() throws IOException {
    if (present != null) {
      last = present.size();
    }
    present = null;
    try {
      if (lines.next()) {
        Checkpoint read = read(lines.line());
        count++;
        fault = faultOf(read);
        present = fault == null ? read : null;
      }
    } catch (MalformedLineException | IllegalArgumentException e) {
      fault = "its line cannot be read: " + e.getMessage();
    }
  }

  private static Checkpoint read(Line line) {
    line.expect(ExportFile.CHECKPOINT);
    String note = new String(line.text(), UTF_8);
    line.expect("\"}");
    line.end();
    return Checkpoint.parse(note);
  }

  private @Nullable String faultOf(Checkpoint read) {
    if (!read.origin().equals(origin)) {
      return "it is of another journal";
    }
    if (read.size() <= last) {
      return "it is not larger than the one before";
    }
    if (!keys.isEmpty() && !read.note().isSignedBy(keys)) {
      return "it is not signed with the given key";
    }
    return null;
  }
}
