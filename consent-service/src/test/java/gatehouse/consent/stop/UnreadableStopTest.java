package gatehouse.consent.stop;

import static gatehouse.consent.Hospital.fresh;
import static gatehouse.consent.Hospital.verdict;
import static gatehouse.consent.stop.OtherServices.agreed;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stops that cannot be read or kept: in doubt nothing is permitted. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class UnreadableStopTest {
  @Inject DataSource dataSource;

  private final String stopId = UUID.randomUUID().toString();
  private final String application = fresh("stopped");
  private final String number = fresh("00");

  private OtherServices others;

  @BeforeEach
  void listen() {
    others = new OtherServices(dataSource);
  }

  /** No stop may reach beyond its test. */
  @AfterEach
  void end() {
    others.lift(stopId);
    OtherServices.giveUpWhatIsParked();
    assertThat(verdict(agreed(fresh("after"), number), number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopThatCannotBeUnderstoodStopsEverything() {
    agreed(application, number);

    others.stop(stopId, "WARD", "7");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
  }

  @Test
  @Clause("G-51")
  void bytesThatAreNoEventDenyEverythingUntilAnOperatorGivesThemUp() {
    agreed(application, number);

    others.nonsense(stopId);

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    OtherServices.giveUpWhatIsParked();
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopThatIsRefusedToTheEndDeniesEverything() {
    agreed(application, number);

    // PostgreSQL takes no text with a NUL, so the stop can be read and never be kept.
    others.stop(stopId, "APPLICATION", "another\0");

    assertThat(verdict(application, number, "NOTES")).isEqualTo("DENY");
    OtherServices.giveUpWhatIsParked();
    assertThat(verdict(application, number, "NOTES")).isEqualTo("PERMIT");
  }
}
