package gatehouse.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.embedded.Parts;
import gatehouse.rules.Contracts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class ContractsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a first stop without usable backup: nothing is switched there. */
  private static final String NEEDS_A_BACKUP = "failover-switched";

  /** Of a journal that lies; the witness's own test makes one. */
  private static final String NEEDS_A_FORK = "checkpoint-contradicted";

  /** Of a gateway that renews its lease and applies nothing; the call tree's own test plays one. */
  private static final String NEEDS_A_STUCK_GATEWAY = "stop-escalated";

  @Test
  void servedOpenApiIsTheCommittedOne() {
    Contracts.openApiIs(RestAssured.get("/openapi").then().statusCode(200).extract().asString());
  }

  @Test
  void everyPromisedEventHappensAndFitsItsSchema() throws IOException {
    WholeStory.happens();

    Set<String> missing = new TreeSet<>(Contracts.eventNames());
    missing.remove(NEEDS_A_BACKUP);
    missing.remove(NEEDS_A_FORK);
    missing.remove(NEEDS_A_STUCK_GATEWAY);
    Instant deadline = Instant.now().plus(PATIENCE);
    long after = 0;
    while (!missing.isEmpty() && Instant.now().isBefore(deadline)) {
      JsonNode page = JSON.readTree(journal(after));
      for (JsonNode entry : page.path("entries")) {
        missing.remove(check(entry));
      }
      after = page.path("next").asLong();
    }
    assertThat(missing).as("promised and never seen").isEmpty();
  }

  private static String journal(long after) {
    return People.as(People.AUDITOR)
        .get("/v1/journal?limit=1000&after=" + after)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /** Puts the Kafka value together again from the entry, and returns the event's file name. */
  private static String check(JsonNode entry) {
    String[] type = entry.path("type").asText().split("\\.", -1);
    String name = type[2] + "-" + type[3];
    ObjectNode value = JSON.createObjectNode();
    value.set("aggregateId", entry.path("subject"));
    for (String field :
        new String[] {"version", "occurredAt", "recordedAt", "actor", "clauses", "data"}) {
      value.set(field, entry.path(field));
    }
    Contracts.assertEventIs(name, value.toString());
    assertThat(value.toString())
        .doesNotContain("不存在的结节")
        .doesNotContain("E-1\"")
        .doesNotContain(People.NURSE.subject());
    return name;
  }
}
