package gatehouse.deid.cli;

import gatehouse.deid.batch.BatchEngine;
import gatehouse.deid.batch.LineAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * JSON lines in, JSON lines out, in order: {@code {"id","text","context"?}} becomes {@code
 * {"id","output","findings"}}. Each line is a request of its own.
 */
final class LineRun {
  private static final int MOST_LINES = 512;
  private static final int MOST_BYTES = 8 << 20;

  private final BatchEngine engine;
  private final Tally tally;
  private final PrintStream errors;
  private final int threads;

  LineRun(BatchEngine engine, Tally tally, PrintStream errors, int threads) {
    this.engine = engine;
    this.tally = tally;
    this.errors = errors;
    this.threads = threads;
  }

  /**
   * All lines of a stream; a bad line is reported by its number and left out. What is there is
   * answered before more is waited for, so that a program may talk with this one.
   */
  void run(ByteLines in, OutputStream out) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<String>> batch = new ArrayList<>(MOST_LINES);
      long number = 0;
      int bytes = 0;
      for (byte[] line = in.next(); line != null; line = in.next()) {
        byte[] taken = line;
        long at = ++number;
        bytes += line.length;
        batch.add(() -> answer(taken, at));
        if (batch.size() == MOST_LINES || bytes > MOST_BYTES || !in.ready()) {
          flush(workers, batch, out);
          bytes = 0;
        }
      }
      flush(workers, batch, out);
    } finally {
      workers.shutdownNow();
    }
  }

  private static void flush(ExecutorService workers, List<Callable<String>> batch, OutputStream out)
      throws IOException {
    try {
      for (Future<String> answer : workers.invokeAll(batch)) {
        out.write(answer.get().getBytes(StandardCharsets.UTF_8));
      }
      out.flush();
      batch.clear();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("a line could not be treated", e);
    }
  }

  /** The answer to one line, with its line feed; empty for an empty or bad one. */
  private String answer(byte[] bytes, long number) {
    try {
      String line = Bytes.decode(bytes, StandardCharsets.UTF_8);
      if (line.isBlank()) {
        return "";
      }
      LineAnswer answer = engine.line(line);
      if (answer instanceof LineAnswer.Answered answered) {
        tally.done(answered.result());
        return answered.json() + '\n';
      }
      return skipped(number, ((LineAnswer.Unreadable) answer).why());
    } catch (CharacterCodingException e) {
      return skipped(number, "is not UTF-8");
    } catch (OutOfMemoryError e) {
      return skipped(number, FileRun.TOO_LARGE);
    } catch (RuntimeException | StackOverflowError e) {
      return skipped(number, "is more than the engine can do (" + e.getClass().getName() + ")");
    }
  }

  private String skipped(long number, String why) {
    tally.failed();
    errors.println("skipped: line " + number + " " + why);
    return "";
  }
}
