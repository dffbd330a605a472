package gatehouse.proof.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "prooftest"))
class RememberCheckpointsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Path CONTRACT = Path.of("contracts/events");
  private static final String REMEMBERED = "gatehouse.journal.checkpoint.remembered.v1";

  private final ObjectMapper json = new ObjectMapper();

  @Inject DataSource dataSource;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafka;

  @Test
  void whatAnotherJournalSignedIsAnEntryHereOnceAndByteForByte() throws Exception {
    String heard = Files.readString(CONTRACT.resolve("checkpoint-signed.v1.example.json"));
    JsonNode data = json.readTree(heard).path("data");
    UUID id = UUID.randomUUID();

    tell(data.path("origin").asText(), id, heard);
    tell(data.path("origin").asText(), id, heard);
    tell("gatehouse/other", UUID.randomUUID(), heard.replace("gatehouse/consent", "another/log"));

    Eventually.holds("remembered", SOON, () -> remembered("another/log-service").size() == 1);
    List<String> bodies = remembered(data.path("origin").asText());
    assertThat(bodies).hasSize(1);
    assertThat(json.readTree(bodies.getFirst()).path("data").path("note"))
        .isEqualTo(data.path("note"));
    assertThat(faults(bodies.getFirst())).isEmpty();
    assertThat(faults(Files.readString(CONTRACT.resolve("checkpoint-remembered.v1.example.json"))))
        .isEmpty();
    assertThat(faults("{}")).isNotEmpty();
  }

  @Test
  void whatIsNoCheckpointOfItsLogIsParkedAndNotRemembered() throws Exception {
    String heard = Files.readString(CONTRACT.resolve("checkpoint-signed.v1.example.json"));

    tell(
        "gatehouse/false",
        UUID.randomUUID(),
        heard.replace("\"origin\": \"gatehouse/consent-service\"", "\"origin\": \"false\""));

    Eventually.holds(
        "parked",
        SOON,
        () ->
            ask("SELECT reason FROM journal.parked WHERE event_key = ?", "gatehouse/false").size()
                == 1);
    assertThat(remembered("false")).isEmpty();
  }

  private void tell(String key, UUID id, String value) throws Exception {
    ProducerRecord<String, byte[]> event =
        new ProducerRecord<>("incident.checkpoint.v1", key, value.getBytes(UTF_8));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", id.toString(),
            "ce_source", "/gatehouse/incident",
            "ce_type", "gatehouse.journal.checkpoint.signed.v1",
            "ce_time", "2026-03-02T01:05:00Z",
            "ce_subject", key)
        .forEach((name, text) -> event.headers().add(name, text.getBytes(UTF_8)));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            new HashMap<>(kafka), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(event).get();
    }
  }

  private List<String> remembered(String origin) throws SQLException {
    return ask(
        "SELECT convert_from(body, 'UTF8') FROM journal.entries WHERE type = '"
            + REMEMBERED
            + "' AND subject = ?",
        origin);
  }

  private static List<com.networknt.schema.Error> faults(String value) throws Exception {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(CONTRACT.resolve("checkpoint-remembered.v1.schema.json")),
            InputFormat.JSON)
        .validate(value, InputFormat.JSON);
  }

  private List<String> ask(String sql, String value) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, value);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          answer.add(row.getString(1));
        }
      }
    }
    return answer;
  }
}
