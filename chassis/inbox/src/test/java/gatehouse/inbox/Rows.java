package gatehouse.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What has become of events: effects, or rows that are parked. */
record Rows(DataSource dataSource) {

  /** The versions that took effect under a key, in the order in which they did. */
  List<Long> versions(String key) throws SQLException {
    return ask("SELECT version::text FROM effects WHERE key = ? ORDER BY ctid", key).stream()
        .map(Long::valueOf)
        .toList();
  }

  /** Why events of a key are parked, in their order. */
  List<String> parked(String key) throws SQLException {
    return ask("SELECT reason FROM journal.parked WHERE event_key = ? ORDER BY record_offset", key);
  }

  /** The first column of the answer. */
  List<String> ask(String sql, String parameter) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, parameter);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          answer.add(row.getString(1));
        }
      }
    }
    return answer;
  }
}
