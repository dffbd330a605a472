package gatehouse.deid.cli;

import gatehouse.deid.Deidentified;
import gatehouse.deid.batch.BatchEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whole files through the engine. What cannot be done is reported, skipped and counted. */
final class FileRun {
  static final String TOO_LARGE = "is too large for this memory; give java more with -Xmx";

  private final BatchEngine engine;
  private final Charset charset;
  private final Tally tally;
  private final PrintStream errors;

  FileRun(BatchEngine engine, Charset charset, Tally tally, PrintStream errors) {
    this.engine = engine;
    this.charset = charset;
    this.tally = tally;
    this.errors = errors;
  }

  /** One file to one file. */
  void file(Path from, Path to) {
    try {
      write(from.toString(), Files.readAllBytes(from), to);
    } catch (IOException e) {
      failed(from.toString(), reason(e));
    } catch (OutOfMemoryError e) {
      failed(from.toString(), TOO_LARGE);
    }
  }

  /** Bytes to a file; a part is never left under the final name. */
  void write(String name, byte[] bytes, Path to) throws IOException {
    ByteBuffer masked = masked(name, bytes);
    if (masked != null) {
      write(masked, to);
    }
  }

  /** Bytes to a stream. */
  void stream(String name, byte[] bytes, OutputStream out) throws IOException {
    ByteBuffer masked = masked(name, bytes);
    if (masked != null) {
      Channels.newChannel(out).write(masked);
      out.flush();
    }
  }

  /** Names a file that was not read. */
  void failed(String name, String why) {
    tally.failed();
    errors.println("skipped: " + name + " " + why);
  }

  /** Says how many file names hold something that identifies: outputs are named like inputs. */
  void warnOfNames(List<Path> names) {
    long telling =
        names.stream()
            .filter(
                name -> engine.scan(name.toString()).stream().anyMatch(f -> f.type().tier() == 1))
            .count();
    if (telling > 0) {
      errors.println(
          "careful: %d of %d file names hold what identifies somebody, and the output is named alike"
              .formatted(telling, names.size()));
    }
  }

  /** What is wrong with a file, without anything of its text. */
  static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "is not there"
        : "cannot be read or written (" + e.getClass().getSimpleName() + ")";
  }

  /** The masked text; null if there is none to be written. */
  private @Nullable ByteBuffer masked(String name, byte[] bytes) {
    String text;
    try {
      text = Bytes.decode(bytes, charset);
    } catch (CharacterCodingException e) {
      failed(name, "is not " + charset.name() + "; see --charset");
      return null;
    }
    try {
      Deidentified result = engine.text(text);
      ByteBuffer masked = Bytes.encode(result.text(), charset);
      tally.done(result);
      if (result.refused()) {
        errors.println("refused by the policy: " + name);
        return null;
      }
      return masked;
    } catch (CharacterCodingException e) {
      failed(name, "needs signs that " + charset.name() + " lacks; see --charset");
    } catch (OutOfMemoryError e) {
      failed(name, TOO_LARGE);
    } catch (RuntimeException | StackOverflowError e) {
      failed(name, "is more than the engine can do (" + e.getClass().getName() + ")");
    }
    return null;
  }

  private static void write(ByteBuffer bytes, Path to) throws IOException {
    Path folder = to.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no file: " + to);
    }
    Files.createDirectories(folder);
    Path part = folder.resolve(".deid-" + UUID.randomUUID() + ".part");
    try {
      try (var channel =
          Files.newByteChannel(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
