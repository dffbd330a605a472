package gatehouse.spark;

import gatehouse.deid.batch.LineAnswer;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/**
 * {@code gatehouse_deid_line(line)}: a line {@code {"id","text","context"?}} becomes the line
 * {@code {"id","output","findings"}} that the command line writes for it. Null if it cannot be
 * read.
 */
public final class DeidLine implements UDF1<@Nullable String, @Nullable String> {
  private static final long serialVersionUID = 1;

  @Override
  public @Nullable String call(@Nullable String line) {
    if (line == null || line.isBlank()) {
      return null;
    }
    return ClusterEngine.get().line(line) instanceof LineAnswer.Answered answered
        ? answered.json()
        : null;
  }
}
