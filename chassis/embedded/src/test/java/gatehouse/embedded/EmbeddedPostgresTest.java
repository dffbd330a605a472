package gatehouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void dataSurviveARestart() throws SQLException {
    try (EmbeddedPostgres server = start()) {
      run(server.create("consent"), "create table kept as select 7 as number");
    }
    try (EmbeddedPostgres server = start()) {
      Database again = server.create("consent");

      assertThat(first(again, "select number from kept")).isEqualTo("7");
      assertThat(first(again, "show synchronous_commit")).isEqualTo("on");
      assertThat(first(again, "show fsync")).isEqualTo("on");
    }
  }

  @Test
  void theServerIsKnownByItsFolderWhileItRuns() {
    try (EmbeddedPostgres _ = start()) {
      long pid = EmbeddedPostgres.pidIn(folder.resolve("data")).orElseThrow();
      assertThat(ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()))
          .hasValueSatisfying(line -> assertThat(line).contains(folder.toString()));
    }

    assertThat(EmbeddedPostgres.pidIn(folder.resolve("data"))).isEmpty();
  }

  @Test
  void aNameThatWouldNeedQuotesIsRefused() {
    assertThatThrownBy(() -> new Database("consent; drop", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.persistent(
        folder.resolve("data"), Ports.free(), folder.resolve("postgres.log"));
  }

  private static void run(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String first(Database database, String query) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.owner(), database.owner());
  }
}
