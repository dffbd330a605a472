package gatehouse.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Parts;
import gatehouse.rules.Contracts;
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
    initArgs = @ResourceArg(name = "database", value = "consent"))
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
  void everyEventHasASchemaAndAnExample() {
    Contracts.eventsHaveExamples();
    assertThat(Contracts.eventNames()).hasSize(12);
  }

  @Test
  void everyTextIsThereInBothLanguages() throws IOException {
    for (String bundle : Set.of("messages", "problems")) {
      assertThat(keys(bundle + "_zh")).isEqualTo(keys(bundle + "_en")).isNotEmpty();
    }
  }

  @Test
  void everyProblemHasATitleAndSaysWhatToDo() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (ConsentProblem problem : ConsentProblem.values()) {
      expected.add(problem.slug() + ".title");
      expected.add(problem.slug() + ".action");
    }

    assertThat(keys("problems_zh")).isEqualTo(expected);
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
