package gatehouse.lease.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.lease.owner.Enforcement.Accepted;
import gatehouse.lease.owner.Enforcement.Enforced;
import gatehouse.lease.owner.Enforcement.Holder;
import gatehouse.lease.owner.Enforcement.How;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What was confirmed, for every instance of the service to tell. */
@ApplicationScoped
public class Enforcements {
  private static final String KEEP =
      "INSERT INTO lease.enforcements (version, epoch, enforced_at, holders)"
          + " VALUES (?, ?, ?, ?::jsonb) ON CONFLICT (version) DO NOTHING";
  private static final String OF =
      "SELECT enforced_at, holders FROM lease.enforcements WHERE version >= ?"
          + " ORDER BY version LIMIT 1";

  private final DataSource dataSource;
  private final ObjectMapper json;

  Enforcements(DataSource dataSource, ObjectMapper json) {
    this.dataSource = dataSource;
    this.json = json;
  }

  /** How it is written. */
  private record HolderJson(String holder, String how, String at) {}

  /** How far the fact of this version has come. */
  public Enforcement of(long version) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(OF)) {
      select.setLong(1, version);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new Enforced(
                version, row.getObject(1, OffsetDateTime.class).toInstant(), holders(row, 2))
            : new Accepted(version);
      }
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("it cannot be read whether a version is enforced", e);
    }
  }

  /** Writes down what the instance that lends has found, on the connection that lets it lend. */
  void keep(Connection connection, UUID epoch, List<Enforced> found) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
      for (Enforced each : found) {
        insert.setLong(1, each.version());
        insert.setObject(2, epoch);
        insert.setObject(3, each.at().atOffset(ZoneOffset.UTC));
        insert.setString(4, written(each.holders()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private String written(List<Holder> holders) {
    try {
      return json.writeValueAsString(
          holders.stream()
              .map(h -> new HolderJson(h.holder(), h.how().name(), h.at().toString()))
              .toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every list of holders can be written", e);
    }
  }

  private List<Holder> holders(ResultSet row, int column)
      throws SQLException, JsonProcessingException {
    return json.readValue(row.getString(column), new TypeReference<List<HolderJson>>() {}).stream()
        .map(h -> new Holder(h.holder(), How.valueOf(h.how()), Instant.parse(h.at())))
        .toList();
  }
}
