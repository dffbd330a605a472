package gatehouse.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import gatehouse.embedded.Eventually;
import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/**
 * {@code ./suite parked} at a packaged service whose database refuses it what an event asks for.
 */
class ParkedIT {
  // No @TempDir: Keycloak's folder holds links, and JUnit warns of each.
  private static final Path FOLDER = Path.of("target", "parked-run").toAbsolutePath();
  private static final RunFolder RUN = new RunFolder(FOLDER);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SERVICE = "consent-service";
  private static final String TOPIC = "admission.application.v1";
  private static final Pattern LISTED =
      Pattern.compile(SERVICE + " +(\\S+) parked since \\S+: \\S+");
  private static final String EXAMPLE_ID = "019e2f6a-7c1b-7d20-9a3e-5b1c8d2e4f60";

  private record Said(int exitCode, String output) {}

  @Test
  void whatFailedIsListedAndTakenUpAgainOnceItsCauseIsMended() throws Exception {
    try (SuiteProcess suite =
        SuiteProcess.start(
            FOLDER,
            "run",
            "--fresh",
            "--free-ports",
            "--only",
            "postgres,kafka,keycloak," + SERVICE)) {
      suite.awaitLine("Everything is up");
      assertThat(parked()).isEqualTo(new Said(0, "Nothing is parked."));

      asOwner("revoke insert, update on consent.application from consent_app");
      publish(UUID.randomUUID());
      publish(UUID.randomUUID());
      Eventually.holds(
          "both are listed", SOON, () -> LISTED.matcher(parked().output()).results().count() == 2);
      Said listed = parked();
      assertThat(listed.exitCode()).isEqualTo(1);
      assertThat(listed.output()).contains("Next: mend what refuses them").doesNotContain("chest");
      String first = firstId(listed);

      Said tooEarly = parked("--replay", first);
      assertThat(tooEarly.exitCode()).isEqualTo(1);
      assertThat(tooEarly.output()).contains(first + " refused again behind 0 that were taken");
      assertThat(applications()).isZero();

      asOwner("grant insert, update on consent.application to consent_app");
      Said one = parked("--replay", first);
      assertThat(one.exitCode()).isEqualTo(1);
      assertThat(one.output()).contains(first + " replayed, 1 taken, its key is free");
      assertThat(applications()).isEqualTo(1);

      Said rest = parked("--all");
      assertThat(rest.exitCode()).isZero();
      assertThat(rest.output()).contains("replayed, 1 taken").endsWith("Nothing is parked.");
      assertThat(applications()).isEqualTo(2);
    }
  }

  private static String firstId(Said listed) {
    Matcher found = LISTED.matcher(listed.output());
    assertThat(found.find()).as(listed.output()).isTrue();
    return found.group(1);
  }

  private static Said parked(String... more) throws Exception {
    String[] arguments = new String[more.length + 1];
    arguments[0] = SERVICE;
    System.arraycopy(more, 0, arguments, 1, more.length);
    try (SuiteProcess suite = SuiteProcess.start(FOLDER, "parked", arguments)) {
      return new Said(suite.awaitEnd(), suite.output());
    }
  }

  /** What admission-service would tell of another application. */
  private static void publish(UUID application) throws Exception {
    Path example =
        Checkout.root()
            .resolve(
                "admission-service/contracts/events/application-status-changed.v1.example.json");
    ProducerRecord<String, String> event =
        new ProducerRecord<>(
            TOPIC,
            application.toString(),
            Files.readString(example).replace(EXAMPLE_ID, application.toString()));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_source", "/gatehouse/admission",
            "ce_type", "gatehouse.admission.application.status-changed.v1",
            "ce_time", "2026-11-21T02:00:00Z",
            "ce_subject", application.toString(),
            "ce_datacontenttype", "application/json")
        .forEach((name, text) -> event.headers().add(name, text.getBytes(UTF_8)));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(operator(), new StringSerializer(), new StringSerializer())) {
      producer.send(event).get(20, TimeUnit.SECONDS);
    }
  }

  private static Properties operator() throws IOException {
    Properties operator = new Properties();
    try (Reader in = Files.newBufferedReader(RUN.operator())) {
      operator.load(in);
    }
    return operator;
  }

  private static long applications() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select count(*) from consent.application")) {
      found.next();
      return found.getLong(1);
    }
  }

  private static void asOwner(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect() throws SQLException {
    int port = PortPlan.savedIn(RUN.ports()).of(Listener.POSTGRES);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/consent", "consent_owner", "consent_owner");
  }
}
