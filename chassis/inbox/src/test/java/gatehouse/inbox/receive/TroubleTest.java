package gatehouse.inbox.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "57014", "58030"})
  void theDatabasesOwnTroublePasses(String state) {
    assertThat(Trouble.passes(new IllegalStateException(new SQLException("x", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22P02", "23505", "42501", "42P01"})
  void whatTheDatabaseRefusesForGoodDoesNot(String state) {
    assertThat(Trouble.passes(new IllegalStateException(new SQLException("x", state)))).isFalse();
  }

  @Test
  void aPoolWithoutConnectionsPasses() {
    assertThat(Trouble.passes(new SQLException("Acquisition timeout"))).isTrue();
    assertThat(Trouble.passes(new SQLTransientConnectionException("x", "99999"))).isTrue();
  }

  @Test
  void aCommitThatFailedTellsInASuppressedException() {
    IllegalStateException rollback = new IllegalStateException("could not commit");
    rollback.addSuppressed(new SQLException("x", "08006"));

    assertThat(Trouble.passes(rollback)).isTrue();
  }

  @Test
  void aNameQuotesNothing() {
    String name =
        Trouble.name(
            new IllegalStateException("Zhang San", new SQLException("110101199001011234")));

    assertThat(name).isEqualTo("java.lang.IllegalStateException < java.sql.SQLException");
  }
}
