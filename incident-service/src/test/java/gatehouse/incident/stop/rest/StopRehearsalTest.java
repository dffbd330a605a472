package gatehouse.incident.stop.rest;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Parts;
import gatehouse.incident.stop.Stops;
import gatehouse.incident.stop.StopsInForce;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class StopRehearsalTest {
  @Inject StopRehearsal rehearsal;
  @Inject Stops stops;
  @Inject DataSource dataSource;

  @Test
  @ActivateRequestContext
  void nothingOfARehearsalStays() throws Exception {
    StopsInForce before = stops.since(0);
    long entries = entriesOfNobody();

    // The service has rehearsed at its start already; it would throw if it could not.
    rehearsal.rehearse();

    assertThat(stops.since(0)).isEqualTo(before);
    assertThat(before.inForce()).noneMatch(stop -> stop.scope().value().equals("rehearsal"));
    assertThat(entriesOfNobody()).isEqualTo(entries).isZero();
  }

  private long entriesOfNobody() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT count(*) FROM journal.entries WHERE convert_from(body, 'UTF8') LIKE ?")) {
      select.setString(1, "%rehearsal%");
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
