package gatehouse.deid.batch;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentified;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.finding.Finding;
import gatehouse.deid.json.JsonReader;
import gatehouse.deid.json.JsonWriter;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.operators.Keyring;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine for texts that have nothing to do with each other. Safe for any number of threads.
 *
 * <p>With keys the output depends on the text, the context and the keys alone, so that a task that
 * is run twice writes the same bytes. Without keys the placeholders of each text have a random
 * nonce.
 */
public final class BatchEngine {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Deidentifier engine;
  private final @Nullable Keyring keyring;
  private final EngineFiles files;

  private BatchEngine(Deidentifier engine, @Nullable Keyring keyring, EngineFiles files) {
    this.engine = engine;
    this.keyring = keyring;
    this.files = files;
  }

  /**
   * Builds the engine.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if policy, keys or model do not fit
   */
  public static BatchEngine of(EngineFiles files) throws IOException {
    Keyring keyring = files.keyring();
    return new BatchEngine(files.engine(keyring), keyring, files);
  }

  /** The policy, for the record of a run. */
  public Policy policy() {
    return engine.policy();
  }

  /** What decides the output, in one line without secrets: two runs with one line fit together. */
  public String settings() {
    String key = keyring == null ? "no key" : "key " + keyring.primary();
    return "policy %s %s, %s, purpose %s, names %s, larger model %s"
        .formatted(
            policy().name(),
            policy().hash(),
            key,
            files.purpose(),
            files.names() == null ? "as shipped" : files.names(),
            files.onnx() == null ? "none" : files.onnx());
  }

  /** Whether the same text always has the same output: with keys. */
  public boolean isRepeatable() {
    return keyring != null;
  }

  /** One text of which nothing is known. */
  public Deidentified text(String text) {
    return engine.deidentify(text, new Context(KnownIdentifiers.none(), session(text)));
  }

  /**
   * One text, with what is known of its patient.
   *
   * @param context the {@code context} of a JSON line
   * @throws IllegalArgumentException if the context is no such object; the message never quotes it
   */
  public Deidentified text(String text, String context) {
    return engine.deidentify(text, LineContext.read(JsonReader.read(context), session(text)));
  }

  /** Finds only. */
  public List<Finding> scan(String text) {
    return engine.scan(text, new Context(KnownIdentifiers.none(), session(text)));
  }

  /** One line {@code {"id","text","context"?}}. */
  public LineAnswer line(String line) {
    try {
      if (!(JsonReader.read(line) instanceof Map<?, ?> object)
          || !(object.get("text") instanceof String text)) {
        return new LineAnswer.Unreadable("needs an object with a \"text\"");
      }
      Context context = LineContext.read(object.get("context"), session(text));
      Deidentified result = engine.deidentify(text, context);
      return new LineAnswer.Answered(json(object.get("id"), result), result);
    } catch (JsonReader.NotJson | IllegalArgumentException e) {
      return new LineAnswer.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private Placeholders session(String text) {
    return keyring == null
        ? Placeholders.fresh(RANDOM)
        : Placeholders.repeatable(keyring.nonce(text));
  }

  private static String json(@Nullable Object id, Deidentified result) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("id", id);
    answer.put("output", result.text());
    answer.put("findings", result.findings().stream().map(BatchEngine::finding).toList());
    if (result.refused()) {
      answer.put("refused", true);
    }
    return JsonWriter.write(answer);
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
