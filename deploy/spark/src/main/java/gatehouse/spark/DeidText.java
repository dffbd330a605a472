package gatehouse.spark;

import gatehouse.deid.Deidentified;
import gatehouse.deid.batch.BatchEngine;
import java.util.function.Function;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/**
 * {@code gatehouse_deid(text)}: the text with everything replaced that the policy names. Null if
 * the text is null, if the policy refuses it, or if the engine cannot treat it: no text passes
 * through untreated.
 */
public final class DeidText implements UDF1<@Nullable String, @Nullable String> {
  private static final long serialVersionUID = 1;

  @Override
  public @Nullable String call(@Nullable String text) {
    return text == null ? null : treat(engine -> engine.text(text));
  }

  /** Configuration errors fail the job; an error of one text costs that text only. */
  static @Nullable String treat(Function<BatchEngine, Deidentified> text) {
    BatchEngine engine = ClusterEngine.get();
    try {
      Deidentified result = text.apply(engine);
      return result.refused() ? null : result.text();
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }
}
