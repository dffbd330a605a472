package gatehouse.spark;

import org.apache.spark.sql.api.java.UDF2;
import org.jspecify.annotations.Nullable;

/**
 * {@code gatehouse_deid_known(text, context)}: the same with what is known of the patient, in JSON
 * as the {@code context} of a JSON line. Null also if the context is no such object.
 */
public final class DeidKnown implements UDF2<@Nullable String, @Nullable String, @Nullable String> {
  private static final long serialVersionUID = 1;

  @Override
  public @Nullable String call(@Nullable String text, @Nullable String context) {
    if (text == null) {
      return null;
    }
    return DeidText.treat(
        engine -> context == null ? engine.text(text) : engine.text(text, context));
  }
}
