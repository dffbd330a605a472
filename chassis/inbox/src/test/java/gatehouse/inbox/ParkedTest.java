package gatehouse.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of parked events, and what becomes of them. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "inboxtest"))
class ParkedTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject DataSource dataSource;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  private KafkaProducer<String, byte[]> producer;
  private Rows rows;

  @BeforeEach
  void open() {
    rows = new Rows(dataSource);
    producer =
        new KafkaProducer<>(
            new HashMap<>(kafka), new StringSerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void whatIsParkedIsKeptSealed() throws Exception {
    send("sealed", 1, "refuse");
    awaitParked("sealed", 1);

    String row =
        rows.ask(
                "SELECT coalesce(headers, '') || coalesce(encode(body, 'escape'), '')"
                    + " || encode(sealed, 'escape') FROM journal.parked WHERE event_key = ?",
                "sealed")
            .getFirst();
    assertThat(row).hasSizeGreaterThan(100);
    assertThat(new String(row.getBytes(ISO_8859_1), ISO_8859_1))
        .doesNotContain("refuse", "ce_subject", "aggregateId");
  }

  @Test
  void aMendedKeyIsReplayedInItsOrderAndIsFreeAgain() throws Exception {
    send("mended", 1, "take");
    send("mended", 2, "refuse");
    send("mended", 3, "take");
    awaitParked("mended", 2);

    assertThat(post("replay", "mended").path("outcome").toString()).isEqualTo("REFUSED_AGAIN");
    assertThat(rows.versions("mended")).containsExactly(1L);

    Effects.MENDED.add("mended");
    Response freed = post("replay", "mended");
    assertThat(freed.path("outcome").toString()).isEqualTo("FREED");
    assertThat(freed.<Integer>path("taken")).isEqualTo(2);
    assertThat(rows.versions("mended")).containsExactly(1L, 2L, 3L);

    send("mended", 4, "take");
    Eventually.holds("taken at once", SOON, () -> rows.versions("mended").size() == 4);
    assertThat(rows.parked("mended")).isEmpty();
    assertThat(
            rows.ask(
                "SELECT actor_role FROM journal.entries"
                    + " WHERE type = 'gatehouse.journal.event.replayed.v1' AND subject = ?",
                Effects.TOPIC))
        .hasSizeGreaterThanOrEqualTo(2)
        .containsOnly("ADMIN");
  }

  @Test
  void whatWillNeverBeReadableCanBeGivenUp() throws Exception {
    Sent.to(producer, "rotten", UUID.randomUUID(), "{\"version\":");
    send("rotten", 2, "take");
    awaitParked("rotten", 2);
    assertThat(post("replay", "rotten").path("outcome").toString()).isEqualTo("REFUSED_AGAIN");

    assertThat(post("discard", "rotten").statusCode()).isEqualTo(200);

    assertThat(post("replay", "rotten").<Integer>path("taken")).isEqualTo(1);
    assertThat(rows.versions("rotten")).containsExactly(2L);
  }

  @Test
  void onlyAnOperatorMayLookAndAct() throws Exception {
    send("guarded", 1, "refuse");
    awaitParked("guarded", 1);

    assertThat(as("AUDITOR").get("/v1/journal/parked").statusCode()).isEqualTo(403);
    assertThat(as("AUDITOR").body(place("guarded")).post("/v1/journal/parked/replay").statusCode())
        .isEqualTo(403);
    String listed = as("ADMIN").get("/v1/journal/parked?limit=1000").asString();
    assertThat(listed).contains(Effects.TOPIC).doesNotContain("guarded");
  }

  @Test
  void aPlaceWhereNothingIsParkedIsNotFound() {
    String nowhere = "{\"topic\": \"nowhere\", \"partition\": 0, \"offset\": 1}";

    assertThat(as("ADMIN").body(nowhere).post("/v1/journal/parked/replay").statusCode())
        .isEqualTo(404);
    assertThat(as("ADMIN").body("{}").post("/v1/journal/parked/replay").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theInboxForgetsOnlyWhatCannotComeAgain() throws Exception {
    remember(Effects.TOPIC, "old", 30);
    remember(Effects.TOPIC, "young", 10);
    // Compacted: its events can come for ever; and nobody here reads it.
    remember("consent.state.v1", "kept", 400);

    Eventually.holds("forgotten", SOON, () -> remembered("old") == 0);
    assertThat(remembered("young")).isEqualTo(1);
    assertThat(remembered("kept")).isEqualTo(1);
  }

  private Response post(String what, String key) throws SQLException {
    return as("ADMIN").body(place(key)).post("/v1/journal/parked/" + what);
  }

  private static RequestSpecification as(String role) {
    return RestAssured.given()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .auth()
        .oauth2(Tokens.as("olga.operator").roles(role).audience("inbox-test").token());
  }

  private String place(String key) throws SQLException {
    return rows.ask(
            "SELECT json_build_object('topic', topic, 'partition', partition,"
                + " 'offset', record_offset)::text"
                + " FROM journal.parked WHERE event_key = ? ORDER BY record_offset LIMIT 1",
            key)
        .getFirst();
  }

  private void send(String key, long version, String what) throws Exception {
    String body =
        "{\"aggregateId\":\"a\",\"version\":%d,\"data\":{\"do\":\"%s\"}}".formatted(version, what);
    Sent.to(producer, key, UUID.randomUUID(), body);
  }

  private void awaitParked(String key, int count) throws Exception {
    Eventually.holds(count + " parked", SOON, () -> rows.parked(key).size() == count);
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(ISO_8859_1));
  }

  private void remember(String topic, String name, int days) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO journal.inbox (topic, event_id, received_at)"
                    + " VALUES (?, ?, now() - make_interval(days => ?))")) {
      insert.setString(1, topic);
      insert.setObject(2, named(name));
      insert.setInt(3, days);
      insert.executeUpdate();
    }
  }

  private int remembered(String name) throws SQLException {
    return rows.ask(
            "SELECT topic FROM journal.inbox WHERE event_id = ?::uuid", named(name).toString())
        .size();
  }
}
