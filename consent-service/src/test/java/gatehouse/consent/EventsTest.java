package gatehouse.consent;

import static gatehouse.consent.Hospital.as;
import static gatehouse.consent.Hospital.clerk;
import static gatehouse.consent.Hospital.decide;
import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.grant;
import static gatehouse.consent.Hospital.named;
import static gatehouse.consent.Hospital.scope;
import static gatehouse.consent.Hospital.template;
import static gatehouse.consent.Hospital.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Topics;
import gatehouse.rules.Contracts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What others are told over a real broker is what the contracts promise. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class EventsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Path ADMISSIONS_EXAMPLE =
      Path.of("../admission-service/contracts/events/application-status-changed.v1.example.json");

  @Inject TestClock clock;

  @Test
  void everythingPublishedFitsItsSchemaAndNamesNobody() {
    String number = fresh("secret-number");
    String application = fresh("lung");
    String scopeId = scope(application);
    template(scopeId);
    template(scopeId);
    grant(scopeId, number);
    notices(fresh("guide"), number);
    String withdrawal =
        withdraw(number, null).then().statusCode(201).extract().path("withdrawalId");
    as("his", "HIS_SYSTEM")
        .body(Map.of("holder", "his"))
        .post("/v1/withdrawal-procedures/" + withdrawal + "/acknowledgements")
        .then()
        .statusCode(200);
    clock.pass(Duration.ofDays(2));
    clerk().body(Map.of("patient", named(number))).post("/v1/refusals").then().statusCode(201);

    Set<String> seen = new TreeSet<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      consumer.subscribe(
          List.of(
              "consent.scope.v1",
              "consent.notice.v1",
              "consent.state.v1",
              "consent.withdrawal.v1"));
      Set<String> promised = new TreeSet<>(Contracts.eventNames());
      while (!seen.containsAll(promised) && System.nanoTime() < end) {
        for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
          seen.add(check(event, number));
        }
      }
      assertThat(seen).isEqualTo(promised);
    }
  }

  @Test
  @Clause("G-34")
  void tierIsLearnedFromAdmissionAndARiseAsksForTheStrongerForm() {
    String application = fresh("guide");
    String number = fresh("00");
    String id = UUID.randomUUID().toString();
    assertThat(decide(application, number).<String>path("decision")).isEqualTo("CONSENT_REQUIRED");

    tell(id, application, "LOW", 1);
    await(application, number, "NOTICE_REQUIRED");
    notices(application, number);
    await(application, number, "PERMIT");
    tell(id, application, "HIGH", 2);

    await(application, number, "CONSENT_REQUIRED");
  }

  @Test
  void decisionsAreRecordedWithTheReferenceOnly() {
    String number = fresh("secret-number");
    decide(fresh("lung"), number, "NOTES").then().statusCode(200);

    long last = 0;
    String found = "";
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (found.isEmpty() && System.nanoTime() < end) {
      String page =
          as("han.auditor", "AUDITOR").get("/v1/journal?limit=500&after=" + last).asString();
      assertThat(page).doesNotContain(number);
      if (page.contains("gatehouse.consent.decision.answered.v1")) {
        found = page;
      }
    }
    assertThat(found).contains("CONSENT_REQUIRED");
  }

  private static void notices(String application, String number) {
    String digest =
        clerk()
            .body(
                Map.of(
                    "application", application, "tier", "LOW", "zh", "AI 指路。", "en", "AI guides."))
            .post("/v1/notices")
            .path("digest");
    for (String answer : List.of("SHOWN", "ACCEPTED")) {
      as("his", "HIS_SYSTEM")
          .body(
              Map.of(
                  "digest", digest, "patient", named(number), "language", "zh", "answer", answer))
          .post("/v1/notices/" + application + "/receipts")
          .then()
          .statusCode(201);
    }
    as("zhou.nurse", "NURSE")
        .body(
            Map.of(
                "application",
                application,
                "digest",
                digest,
                "patient",
                named(number),
                "encounter",
                "E1",
                "language",
                "zh"))
        .post("/v1/notice-records")
        .then()
        .statusCode(201);
  }

  /** The event's name in the contracts, after it was held against them. */
  private static String check(ConsumerRecord<String, String> event, String number) {
    String type = new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    String[] parts = type.split("\\.", -1);
    String name = parts[2] + "-" + parts[3];
    Contracts.assertEventIs(name, event.value());
    assertThat(event.key() + event.value()).doesNotContain(number);
    return name;
  }

  private static void tell(String id, String application, String tier, long version) {
    String value = asAdmissionWritesIt(id, application, tier, version);
    Topics.publish(
        "admission.application.v1", id, "gatehouse.admission.application.status-changed.v1", value);
  }

  /** The producer's own example, about another application. */
  private static String asAdmissionWritesIt(
      String id, String application, String tier, long version) {
    try {
      ObjectNode envelope =
          (ObjectNode) new ObjectMapper().readTree(Files.readString(ADMISSIONS_EXAMPLE));
      envelope.put("aggregateId", id).put("version", version);
      ((ObjectNode) envelope.get("data"))
          .put("applicationId", id)
          .put("application", application)
          .put("status", "ACTIVE")
          .put("tier", tier);
      return envelope.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(String application, String number, String decision) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (!last.equals(decision) && System.nanoTime() < end) {
      last = decide(application, number).path("decision");
    }
    assertThat(last).isEqualTo(decision);
  }

  private static String bootstrap() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }

  private static KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap(),
            "group.id",
            fresh("test"),
            "auto.offset.reset",
            "earliest"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
