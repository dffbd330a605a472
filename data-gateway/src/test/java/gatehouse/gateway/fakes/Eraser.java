package gatehouse.gateway.fakes;

import gatehouse.embedded.Eventually;
import gatehouse.embedded.Tokens;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A data steward who orders that a subject be erased, and a look at what the database has left. */
public final class Eraser {
  private static final Duration SOON = Duration.ofSeconds(30);

  private Eraser() {}

  /** Orders as soon as everything about the subject is published. */
  public static HttpResponse<String> order(String subject) throws Exception {
    awaitPublished(subject);
    return Ward.post(
        Tokens.as("dora.steward").roles("DATA_STEWARD").token(),
        "/v1/journal/erasures",
        "{\"subject\":\"%s\",\"reason\":\"REQUEST_OF_PERSON\",\"reference\":\"2026/17\"}"
            .formatted(subject));
  }

  /** Waits until no entry of the subject waits for its number or for the broker. */
  public static void awaitPublished(String subject) throws Exception {
    String waiting =
        """
        select 1 from journal.entries e left join journal.leaves l using (position)
        where e.subject = '%s'
          and (l.seq is null
               or e.topic is not null and l.seq > (select p.seq from journal.published p))
        """
            .formatted(subject);
    Eventually.holds("published", SOON, () -> ask(waiting).isEmpty());
  }

  /** Somebody who may see the journal. */
  public static String auditor() {
    return Tokens.as("han.auditor").roles("AUDITOR").token();
  }

  /** The first column of the answer to the application's role. */
  public static List<String> ask(String sql) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection = as("quarkus.datasource");
        Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      while (row.next()) {
        answer.add(row.getString(1));
      }
    }
    return answer;
  }

  /** The owner of the schema, who does the migrations. */
  public static Connection owner() throws SQLException {
    return as("quarkus.flyway");
  }

  private static Connection as(String who) throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue(who + ".username", String.class),
        config.getValue(who + ".password", String.class));
  }
}
