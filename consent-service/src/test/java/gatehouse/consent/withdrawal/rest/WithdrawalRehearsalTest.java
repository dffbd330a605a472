package gatehouse.consent.withdrawal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "consent"))
class WithdrawalRehearsalTest {
  /** Where a withdrawal leaves something, and how to find what is of the rehearsal's nobody. */
  private static final Map<String, String> TRACES =
      Map.of(
          "consent.subject", "subject_ref LIKE ?",
          "consent.fact", "subject_ref LIKE ?",
          "consent.withdrawal", "subject_ref LIKE ?",
          "journal.entries", "convert_from(body, 'UTF8') LIKE ?");

  @Inject WithdrawalRehearsal rehearsal;
  @Inject DataSource dataSource;

  @Test
  @Clause("E-39")
  void nothingOfARehearsalStays() throws Exception {
    // The service has rehearsed at its start already; it would throw if it could not.
    rehearsal.rehearse();

    assertThat(traces())
        .hasSameSizeAs(TRACES)
        .allSatisfy((table, rows) -> assertThat(rows).isZero());
  }

  private Map<String, Long> traces() throws SQLException {
    Map<String, Long> found = new LinkedHashMap<>();
    for (Map.Entry<String, String> trace : TRACES.entrySet()) {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement select =
              connection.prepareStatement(
                  "SELECT count(*) FROM " + trace.getKey() + " WHERE " + trace.getValue())) {
        select.setString(1, "%" + WithdrawalRehearsal.NOBODY.value() + "%");
        try (ResultSet row = select.executeQuery()) {
          row.next();
          found.put(trace.getKey(), row.getLong(1));
        }
      }
    }
    return found;
  }
}
