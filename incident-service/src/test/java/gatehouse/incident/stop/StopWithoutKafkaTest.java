package gatehouse.incident.stop;

import static gatehouse.incident.People.DUTY;
import static gatehouse.incident.People.GATEWAY;
import static gatehouse.incident.People.as;
import static org.hamcrest.Matchers.hasItem;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Nobody else is there: no broker, no other service. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "incident"),
      @ResourceArg(name = "kafka", value = "false")
    })
class StopWithoutKafkaTest {
  @Test
  @Clause("G-51")
  void stopsAreIssuedAndReadAllTheSame() {
    String stop =
        as(DUTY)
            .body(
                "{\"scope\":{\"kind\":\"VENDOR\",\"value\":\"alone\"},\"reasonCode\":\"SECURITY\"}")
            .post("/v1/stops")
            .then()
            .statusCode(201)
            .extract()
            .path("stopId");

    as(GATEWAY).get("/v1/stops").then().statusCode(200).body("inForce.stopId", hasItem(stop));
  }
}
