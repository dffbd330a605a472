package gatehouse.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.embedded.Checkout;
import gatehouse.embedded.Eventually;
import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people order of a packaged service by {@code ./suite}: to take up again, and to erase. */
class OperatingIT {
  // No @TempDir: Keycloak's folder holds links, and JUnit warns of each.
  private static final Path FOLDER = Path.of("target", "operating-run").toAbsolutePath();
  private static final RunFolder RUN = new RunFolder(FOLDER);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SERVICE = "consent-service";
  private static final String TOPIC = "admission.application.v1";
  private static final Pattern LISTED =
      Pattern.compile(SERVICE + " +(\\S+) parked since \\S+: \\S+");
  private static final String EXAMPLE_ID = "019e2f6a-7c1b-7d20-9a3e-5b1c8d2e4f60";

  private record Said(int exitCode, String output) {}

  private static @Nullable SuiteProcess suite;

  @BeforeAll
  static void start() throws Exception {
    suite =
        SuiteProcess.start(
            FOLDER,
            "run",
            "--fresh",
            "--free-ports",
            "--only",
            "postgres,kafka,keycloak," + SERVICE);
    suite.awaitLine("Everything is up");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    Objects.requireNonNull(suite).close();
  }

  @Test
  void whatFailedIsListedAndTakenUpAgainOnceItsCauseIsMended() throws Exception {
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
    assertThat(one("select count(*) from consent.application")).isEqualTo("0");

    asOwner("grant insert, update on consent.application to consent_app");
    Said mended = parked("--replay", first);
    assertThat(mended.exitCode()).isEqualTo(1);
    assertThat(mended.output()).contains(first + " replayed, 1 taken, its key is free");
    assertThat(one("select count(*) from consent.application")).isEqualTo("1");

    Said rest = parked("--all");
    assertThat(rest.exitCode()).isZero();
    assertThat(rest.output()).contains("replayed, 1 taken").endsWith("Nothing is parked.");
    assertThat(one("select count(*) from consent.application")).isEqualTo("2");
  }

  @Test
  void aSubjectIsErasedByOrderAndOnlyOnce() throws Exception {
    withdraw();
    String subject =
        one(
            "select min(subject) from journal.entries"
                + " where type = 'gatehouse.consent.withdrawal.received.v1'");

    // What still waits for its number or for Kafka is refused, with the advice to try again.
    Eventually.holds("erased", SOON, () -> erase(subject).exitCode() == 0);

    assertThat(one("select count(*) from journal.entries where subject = '" + subject + "'"))
        .isEqualTo("0");
    Said again = erase(subject);
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.output()).startsWith("Nothing is erased: the service knows no such subject");
  }

  private static String firstId(Said listed) {
    Matcher found = LISTED.matcher(listed.output());
    assertThat(found.find()).as(listed.output()).isTrue();
    return found.group(1);
  }

  private static Said parked(String... more) throws Exception {
    return said("parked", more);
  }

  private static Said erase(String subject) throws Exception {
    return said(
        "erase", subject, "--reason", "REQUEST_OF_PERSON", "--reference", "2026/17", "--yes");
  }

  private static Said said(String verb, String... more) throws Exception {
    String[] arguments = new String[more.length + 1];
    arguments[0] = SERVICE;
    System.arraycopy(more, 0, arguments, 1, more.length);
    try (SuiteProcess asked = SuiteProcess.start(FOLDER, verb, arguments)) {
      return new Said(asked.awaitEnd(), asked.output());
    }
  }

  /** A patient says no, as the hospital's system tells it. */
  private static void withdraw() throws Exception {
    PortPlan ports = PortPlan.savedIn(RUN.ports());
    String form =
        "grant_type=client_credentials&client_id=his&client_secret=his-development-secret";
    String token =
        new ObjectMapper()
            .readTree(
                post(
                    ports.url(Listener.KEYCLOAK) + "/realms/hospital/protocol/openid-connect/token",
                    form,
                    "Content-Type",
                    "application/x-www-form-urlencoded"))
            .path("access_token")
            .asText();
    post(
        ports.url(Listener.CONSENT) + "/v1/withdrawals",
        """
        {"patient": {"issuer": "DEMO", "id": "erased-1"}, "covers": {"kind": "ALL_AI"},
         "wish": "STOP_USE"}\
        """,
        "Content-Type",
        "application/json",
        "Authorization",
        "Bearer " + token,
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  private static String post(String url, String document, String... headers) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url))
                  .headers(headers)
                  .POST(HttpRequest.BodyPublishers.ofString(document))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
      return answer.body();
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

  private static String one(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
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
