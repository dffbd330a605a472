package gatehouse.deid.cli;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentified;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Files of a folder through the engine, several at once; what is done already is not done again.
 */
final class FileRun {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Deidentifier engine;
  private final Charset charset;
  private final Tally tally;
  private final PrintStream errors;

  FileRun(Deidentifier engine, Charset charset, Tally tally, PrintStream errors) {
    this.engine = engine;
    this.charset = charset;
    this.tally = tally;
    this.errors = errors;
  }

  /** Every regular file below {@code from}, to the same place below {@code to}. */
  void folder(Path from, Path to, int threads, boolean bar) throws IOException {
    List<Path> files;
    try (var walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).filter(f -> !f.startsWith(to)).sorted().toList();
    }
    Progress progress = new Progress(errors, files.size(), bar);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    for (Path file : files) {
      workers.execute(() -> {
        file(file, to.resolve(from.relativize(file).toString()));
        progress.step();
      });
    }
    workers.shutdown();
    try {
      while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
        errors.flush();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** One file to one file; a part is never left under the final name. */
  void file(Path from, Path to) {
    if (Files.exists(to)) {
      tally.skipped();
      return;
    }
    try {
      Deidentified result = text(decode(Files.readAllBytes(from)));
      if (result.refused()) {
        errors.println("refused by the policy: " + from);
        return;
      }
      Path parent = to.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Path part = to.resolveSibling(to.getFileName() + ".part");
      Files.write(part, result.text().getBytes(charset));
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (CharacterCodingException e) {
      failed(from, "is not " + charset.name() + "; see --charset");
    } catch (IOException e) {
      failed(from, "cannot be read or written (" + e.getClass().getSimpleName() + ")");
    } catch (OutOfMemoryError e) {
      failed(from, "is too large for this memory; give java more with -Xmx");
    }
  }

  /** One text with a session of its own. */
  Deidentified text(String text) {
    Context context = new Context(KnownIdentifiers.none(), Placeholders.fresh(RANDOM));
    Deidentified result = engine.deidentify(text, context);
    tally.done(result);
    return result;
  }

  /** Bytes to text; broken bytes are an error and never a question mark. */
  String decode(byte[] bytes) throws CharacterCodingException {
    String text =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes))
            .toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void failed(Path file, String why) {
    tally.failed();
    errors.println("skipped: " + file + " " + why);
  }
}
