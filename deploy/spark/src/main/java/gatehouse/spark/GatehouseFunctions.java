package gatehouse.spark;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Registers the functions. They carry a prefix: Spark silently prefers its own function where the
 * names are equal, as with {@code mask}.
 */
public final class GatehouseFunctions {
  private GatehouseFunctions() {}

  /**
   * Registers {@code gatehouse_deid}, {@code gatehouse_deid_known}, {@code gatehouse_deid_line} and
   * {@code gatehouse_scan}. Builds the engine at once, so that a wrong configuration fails here and
   * not in the first task.
   *
   * @throws IllegalArgumentException if the configuration does not fit
   */
  public static void register(SparkSession spark) {
    boolean repeatable = ClusterEngine.get().isRepeatable();
    UserDefinedFunction text = functions.udf(new DeidText(), DataTypes.StringType);
    UserDefinedFunction known = functions.udf(new DeidKnown(), DataTypes.StringType);
    UserDefinedFunction line = functions.udf(new DeidLine(), DataTypes.StringType);
    spark.udf().register("gatehouse_deid", steady(text, repeatable));
    spark.udf().register("gatehouse_deid_known", steady(known, repeatable));
    spark.udf().register("gatehouse_deid_line", steady(line, repeatable));
    spark.udf().register("gatehouse_scan", functions.udf(new DeidScan(), DeidScan.type()));
  }

  /** Without keys the nonce of placeholders is random: Spark must not call twice for one value. */
  private static UserDefinedFunction steady(UserDefinedFunction function, boolean repeatable) {
    return repeatable ? function : function.asNondeterministic();
  }
}
