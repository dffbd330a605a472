package gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What this gateway sends and reads is what the owners' own contracts promise. */
class ProducersTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void admissionAnswersStandings() throws Exception {
    JsonNode contract = contract("admission-service");

    assertThat(contract.path("paths").path("/v1/standings").has("post")).isTrue();
    assertThat(members(contract, "StandingRequest"))
        .contains("application", "productDigest", "user", "place");
  }

  @Test
  void consentDecides() throws Exception {
    JsonNode contract = contract("consent-service");

    assertThat(contract.path("paths").path("/v1/decisions").has("post")).isTrue();
    assertThat(members(contract, "DecisionRequest"))
        .contains("application", "tier", "subjectRef", "encounter", "purpose", "categories");
  }

  @Test
  void everyOwnerLendsLeases() throws Exception {
    for (String owner : List.of("admission-service", "consent-service", "incident-service")) {
      JsonNode contract = contract(owner);

      assertThat(contract.path("paths").path("/v1/leases").has("post")).as(owner).isTrue();
      assertThat(members(contract, "LeaseRequest")).contains("holder", "epoch", "applied");
    }
  }

  private static Iterable<String> members(JsonNode contract, String schema) {
    JsonNode properties =
        contract.path("components").path("schemas").path(schema).path("properties");
    return properties::fieldNames;
  }

  private static JsonNode contract(String service) throws Exception {
    Path file = Path.of("..", service, "contracts", "openapi.yaml");
    assumeTrue(Files.exists(file), file + " is not in this checkout");
    return YAML.readTree(Files.readString(file));
  }
}
