package gatehouse.gateway.output;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Eraser;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In the middle of a change of keys one instance seals what another cannot open yet. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class MissingKeyTest {
  private static final String NOTE = "患者欧阳明月，右下肺结节 8mm，建议 3 个月后复查。";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void whatAnotherInstanceSealedIsAClearErrorAndNothingIsDecided() throws SQLException {
    String id = Ward.answer(NOTE).id();
    String ownKey =
        Eraser.ask("select key_id from gateway.output_key where output_id = '" + id + "'")
            .getFirst();
    sealedBy("k9", id);

    missing(content(id));
    missing(Ward.decide(Ward.physician(), id, "edit", ",\"text\":\"右下肺结节 6mm，随访。\""));

    assertThat(Ward.read(id).path("state").asText()).isEqualTo("PENDING");
    sealedBy(ownKey, id);
    assertThat(Ward.json(content(id)).path("text").asText()).contains("结节");
  }

  private static void missing(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(Ward.json(response).path("type").asText()).isEqualTo("/problems/output-key-missing");
    assertThat(response.body()).contains("GATEHOUSE_OUTPUT_KEYS").doesNotContain("结节", "k9");
  }

  private static HttpResponse<String> content(String id) {
    return Gateway.get("/v1/outputs/" + id + "/content", Ward.physician());
  }

  private static void sealedBy(String keyId, String id) throws SQLException {
    try (Connection owner = Eraser.owner();
        Statement update = owner.createStatement()) {
      update.executeUpdate(
          "update gateway.output_key set key_id = '%s' where output_id = '%s'"
              .formatted(keyId, id));
    }
  }
}
