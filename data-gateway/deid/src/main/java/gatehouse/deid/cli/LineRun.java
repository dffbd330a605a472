package gatehouse.deid.cli;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentified;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.json.JsonReader;
import gatehouse.deid.json.JsonWriter;
import gatehouse.deid.placeholders.Placeholders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON lines in, JSON lines out, in order: {@code {"id","text","context"?}} becomes {@code
 * {"id","output","findings"}}. Each line is a request of its own.
 */
final class LineRun {
  private static final int BATCH = 512;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Deidentifier engine;
  private final Tally tally;
  private final PrintStream errors;

  LineRun(Deidentifier engine, Tally tally, PrintStream errors) {
    this.engine = engine;
    this.tally = tally;
    this.errors = errors;
  }

  /** All lines of a reader; a bad line is reported by its number and left out. */
  void run(BufferedReader in, PrintStream out) throws IOException {
    List<String> batch = new ArrayList<>(BATCH);
    long first = 1;
    String line = in.readLine();
    while (line != null || !batch.isEmpty()) {
      if (line != null) {
        batch.add(line);
        line = in.readLine();
      }
      if (line == null || batch.size() == BATCH) {
        flush(batch, first, out);
        first += batch.size();
        batch.clear();
      }
    }
    out.flush();
  }

  private void flush(List<String> batch, long first, PrintStream out) {
    List<@Nullable String> results =
        java.util.stream.IntStream.range(0, batch.size())
            .parallel()
            .mapToObj(i -> line(batch.get(i), first + i))
            .toList();
    for (String result : results) {
      if (result != null && !result.isEmpty()) {
        out.print(result);
        out.print('\n');
      }
    }
  }

  /** The answer to one line; empty for an empty or bad one. */
  private String line(String line, long number) {
    if (line.isBlank()) {
      return "";
    }
    try {
      if (!(JsonReader.read(line) instanceof Map<?, ?> object)
          || !(object.get("text") instanceof String text)) {
        throw new IllegalArgumentException("needs an object with a \"text\"");
      }
      Context context = LineContext.read(object.get("context"), Placeholders.fresh(RANDOM));
      Deidentified result = engine.deidentify(text, context);
      tally.done(result);
      Map<String, @Nullable Object> answer = new LinkedHashMap<>();
      answer.put("id", object.get("id"));
      answer.put("output", result.text());
      answer.put("findings", result.findings().stream().map(LineRun::finding).toList());
      if (result.refused()) {
        answer.put("refused", true);
      }
      return JsonWriter.write(answer);
    } catch (JsonReader.NotJson | IllegalArgumentException e) {
      tally.failed();
      errors.println("skipped: line " + number + " " + e.getMessage());
      return "";
    }
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", finding.type().name());
    object.put("start", finding.start());
    object.put("end", finding.end());
    object.put("confidence", Math.round(finding.confidence() * 1000) / 1000.0);
    object.put("stage", finding.stage().name());
    return object;
  }
}
