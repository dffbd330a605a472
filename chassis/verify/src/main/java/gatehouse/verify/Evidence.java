package gatehouse.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.verify.export.ExportedEntry;
import gatehouse.verify.export.Line;
import gatehouse.verify.export.MalformedLineException;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import gatehouse.verify.tree.Hashes;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the verification rests on. If that is unsound, nothing can be said about a journal.
 */
final class Evidence {

  private static final long LARGEST = 64 << 20;

  private Evidence() {}

  /** Keys, or none if no file is named. */
  static List<VerifierKey> keys(@Nullable Path file) throws IOException {
    return file == null ? List.of() : read(file, VerifierKey::all);
  }

  /** Checkpoints of one journal, all signed with one of the keys if there are any. */
  static List<Checkpoint> checkpoints(Path file, List<VerifierKey> keys) throws IOException {
    List<Checkpoint> all = read(file, Checkpoint::all);
    String origin = all.getFirst().origin();
    for (Checkpoint one : all) {
      if (!one.origin().equals(origin)) {
        throw new IOException(file + " holds checkpoints of more than one journal");
      }
      if (!keys.isEmpty() && !one.note().isSignedBy(keys)) {
        throw new IOException(
            "%s: the checkpoint of size %d is not signed with the given key"
                .formatted(file, one.size()));
      }
    }
    return all;
  }

  /** The one checkpoint in a file. */
  static Checkpoint checkpoint(Path file, List<VerifierKey> keys) throws IOException {
    List<Checkpoint> all = checkpoints(file, keys);
    if (all.size() != 1) {
      throw new IOException(file + " must hold one checkpoint");
    }
    return all.getFirst();
  }

  /** A proof as the journal gives it. */
  static Proof proof(Path file) throws IOException {
    return read(file, text -> Proof.parse(line(text)));
  }

  /** One line of an export. */
  static ExportedEntry entry(Path file) throws IOException {
    return read(file, text -> ExportedEntry.parse(line(text), new Hashes()));
  }

  private static Line line(String text) {
    byte[] bytes = text.stripTrailing().getBytes(UTF_8);
    return new Line(bytes, 0, bytes.length);
  }

  private static <T> T read(Path file, Function<String, T> parser) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(file + " is too large to be what it should be");
    }
    try {
      return parser.apply(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8", e);
    } catch (IllegalArgumentException | MalformedLineException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
