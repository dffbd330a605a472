package gatehouse.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.admission.refusal.Refusal;
import gatehouse.embedded.Parts;
import gatehouse.rules.Contracts;
import gatehouse.web.Messages;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class ContractsTest {

  @Test
  void openApiIsTheCommittedOne() {
    Contracts.openApiIs(given().accept("application/yaml").get("/openapi").asString());
  }

  @Test
  void endpointsAreTheCommittedOnes() {
    Contracts.endpointsAreTheCommittedOnes();
  }

  @Test
  void readmeListsTheEndpoints() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains(Files.readString(Path.of("contracts/endpoints.txt")).strip());
  }

  @Test
  void everyEventHasASchemaAndAnExample() {
    Contracts.eventsHaveExamples();
  }

  @Test
  void everyRefusalSpeaksBothLanguages() {
    Messages messages = new Messages();
    for (Refusal refusal : Refusal.values()) {
      assertThat(messages.text("reason." + refusal)).isNotBlank();
      assertThat(messages.textEn("reason." + refusal)).isNotBlank();
    }
  }

  @Test
  void everyProblemHasATitleAndSaysWhatToDo() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (AdmissionProblem problem : AdmissionProblem.values()) {
      expected.add(problem.slug() + ".title");
      expected.add(problem.slug() + ".action");
    }

    assertThat(keys("problems_zh")).isEqualTo(expected);
    assertThat(keys("problems_en")).isEqualTo(expected);
  }

  private static Set<String> keys(String bundle) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(Path.of("src/main/resources", bundle + ".properties"))) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
