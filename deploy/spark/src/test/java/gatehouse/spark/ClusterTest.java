package gatehouse.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.deid.keys.KeysetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One engine, two ways to run it: what Spark writes is what the command line writes. */
class ClusterTest {
  private static final int LINES = 500;
  private static final String[] PIECES = {
    "姓名：王小明，",
    "患者欧阳若兰诉胸闷，",
    "电话13800138000。",
    "住院号：ZY00123456 ",
    "2023年5月6日入院，",
    "身份证号１１０１０１１９９００３０７７４７５，",
    "住浙江省杭州市西湖区文三路1号。",
    "血钾6.8mmol/L，",
    "国药准字H20051234 ",
    "𠮷田先生 ",
    "\\ud800",
    "\\u0000",
    "\\n",
    "😀",
    "93岁，",
    "杜仲15g，",
    "主治医师：高峰 ",
    "微信wx_gao1986 "
  };

  @TempDir private Path folder;
  private Path keys = Path.of("keys.json");

  @BeforeEach
  void makeKeys() throws IOException {
    keys = folder.resolve("keys.json");
    KeysetFile.create(keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "public"})
  void sparkWritesTheBytesOfTheCommandLine(String policy) throws Exception {
    // Given
    Path lines = Files.write(folder.resolve("lines.jsonl"), lines());
    Path written = folder.resolve("written.jsonl");
    // When
    byte[] spark;
    try (SparkSession session = session(policy, Map.of("spark.gatehouse.keys", keys.toString()))) {
      List<String> answers =
          session
              .read()
              .textFile(lines.toString())
              .repartition(1)
              .selectExpr("gatehouse_deid_line(value) as answer")
              .where("answer is not null")
              .as(Encoders.STRING())
              .collectAsList();
      spark = (String.join("\n", answers) + "\n").getBytes(UTF_8);
    }
    int code =
        commandLine(
            "--policy",
            policy,
            "--keys",
            keys.toString(),
            "--out",
            written.toString(),
            "--jsonl",
            lines.toString());
    // Then
    assertThat(code).as("one line of the input cannot be read").isEqualTo(1);
    assertThat(new String(spark, UTF_8).lines()).hasSize(LINES);
    assertThat(spark).isEqualTo(Files.readAllBytes(written));
    assertThat(new String(spark, UTF_8)).doesNotContain("13800138000", "王小明");
  }

  @Test
  void textsKnownValuesAndCounts() throws IOException {
    try (SparkSession session = session("public", Map.of())) {
      Dataset<Row> notes =
          session
              .createDataset(List.of("今晨杜仲诉头晕，电话13800138000", "杜仲15g，水煎服"), Encoders.STRING())
              .toDF("text");
      notes.createOrReplaceTempView("notes");
      // When
      List<Row> rows =
          session
              .sql(
                  """
                  select gatehouse_deid(text), gatehouse_deid_known(text, '{"names":["杜仲"]}'),
                         gatehouse_deid_known(text, 'no json'), gatehouse_deid(null)
                  from notes
                  """)
              .collectAsList();
      List<Row> counts =
          session
              .sql(
                  """
                  select finding.type, count(*) from
                    (select explode(gatehouse_scan(text)) as finding from notes)
                  group by finding.type
                  """)
              .collectAsList();
      session.udf().registerJava("by_class", "gatehouse.spark.DeidText", DataTypes.StringType);
      Row byClass = session.sql("select by_class('电话13800138000')").first();
      // Then
      assertThat(rows.get(0).getString(0)).contains("电话⟦PHONE-1-").doesNotContain("13800138000");
      assertThat(rows.get(0).getString(1)).startsWith("今晨⟦NAME-1-");
      assertThat(rows.get(1).getString(0)).isEqualTo("杜仲15g，水煎服");
      assertThat(rows.get(0).isNullAt(2)).as("a context that cannot be read").isTrue();
      assertThat(rows.get(0).isNullAt(3)).isTrue();
      assertThat(counts).extracting(Row::toString).contains("[PHONE,1]");
      assertThat(byClass.getString(0)).startsWith("电话⟦PHONE");
    }
  }

  @Test
  void aRefusedTextIsNullAndAWrongConfigurationFailsAtOnce() throws IOException {
    try (SparkSession session = session("refuse", Map.of())) {
      Row row = session.sql("select gatehouse_deid('电话13800138000'), gatehouse_deid('好')").first();
      assertThat(row.isNullAt(0)).isTrue();
      assertThat(row.getString(1)).isEqualTo("好");
    }
    assertThatThrownBy(() -> session("release", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs keys");
    assertThatThrownBy(() -> session("", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("spark.gatehouse.policy");
  }

  private SparkSession session(String policy, Map<String, String> more) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
            .config("spark.gatehouse.policy", policy);
    more.forEach(builder::config);
    SparkSession session = builder.getOrCreate();
    try {
      GatehouseFunctions.register(session);
      return session;
    } catch (RuntimeException e) {
      session.stop();
      throw e;
    }
  }

  private static List<String> lines() {
    Random random = new Random(4);
    List<String> lines = new ArrayList<>();
    for (int id = 0; id < LINES; id++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String context =
          id % 3 == 0
              ? ",\"context\":{\"names\":[\"欧阳若兰\"],\"subject\":\"s%d\"}".formatted(id % 7)
              : "";
      lines.add("{\"id\":%d,\"text\":\"%s\"%s}".formatted(id, text, context));
    }
    lines.add(LINES / 2, "{\"id\":\"broken\",\"text\":13800138000");
    return lines;
  }

  /** The command line as a process of its own. */
  private int commandLine(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "gatehouse.deid.cli.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("told.txt").toFile())
        .start()
        .waitFor();
  }
}
