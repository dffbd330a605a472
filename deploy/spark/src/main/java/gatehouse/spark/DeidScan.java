package gatehouse.spark;

import gatehouse.deid.finding.Finding;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * {@code gatehouse_scan(text)}: what was found, as an array of type, start, end (UTF-16 units),
 * confidence and stage; never the text. For counts per type.
 */
public final class DeidScan implements UDF1<@Nullable String, @Nullable List<Row>> {
  private static final long serialVersionUID = 1;

  /** The type of the result. */
  public static DataType type() {
    return DataTypes.createArrayType(
        new StructType()
            .add("type", DataTypes.StringType)
            .add("start", DataTypes.IntegerType)
            .add("end", DataTypes.IntegerType)
            .add("confidence", DataTypes.DoubleType)
            .add("stage", DataTypes.StringType));
  }

  @Override
  public @Nullable List<Row> call(@Nullable String text) {
    return text == null
        ? null
        : ClusterEngine.get().scan(text).stream().map(DeidScan::row).toList();
  }

  private static Row row(Finding finding) {
    return RowFactory.create(
        finding.type().name(),
        finding.start(),
        finding.end(),
        finding.confidence(),
        finding.stage().name());
  }
}
