package gatehouse.lease.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.lease.owner.Enforcement.Accepted;
import gatehouse.lease.owner.Enforcement.Awaited;
import gatehouse.lease.owner.Enforcement.Enforced;
import gatehouse.lease.owner.Enforcement.Holder;
import gatehouse.lease.owner.Enforcement.How;
import gatehouse.lease.owner.Enforcement.Progress;
import gatehouse.lease.owner.Enforcement.Unconfirmed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
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

  private static final String UP_TO = "SELECT coalesce(max(version), -1) FROM lease.enforcements";
  private static final String KEEP_SLOW =
      "INSERT INTO lease.slow (version, settled, awaited) VALUES (?, ?::jsonb, ?::jsonb)"
          + " ON CONFLICT (version) DO UPDATE"
          + " SET settled = excluded.settled, awaited = excluded.awaited";
  private static final String SLOW =
      "SELECT settled, awaited FROM lease.slow WHERE version >= ? ORDER BY version LIMIT 1";

  private final DataSource dataSource;
  private final ObjectMapper json;
  private final LeaseSettings settings;
  private final InstantSource time;

  Enforcements(
      DataSource dataSource, ObjectMapper json, LeaseSettings settings, InstantSource time) {
    this.dataSource = dataSource;
    this.json = json;
    this.settings = settings;
    this.time = time;
  }

  /** How it is written. */
  private record HolderJson(String holder, String how, String at) {}

  private record AwaitedJson(String holder, String until) {}

  /** How far the fact of this version has come. */
  public Enforcement of(long version) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(OF)) {
      select.setLong(1, version);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new Enforced(
                version, row.getObject(1, OffsetDateTime.class).toInstant(), holders(row, 2))
            : new Accepted(version, progress(connection, version));
      }
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("it cannot be read whether a version is enforced", e);
    }
  }

  /**
   * How far the fact of this version has come, which came up at that time: one that takes too long
   * is unconfirmed, also when no instance lends and nobody could confirm it.
   */
  public Enforcement of(long version, Instant since) {
    Enforcement found = of(version);
    return found instanceof Accepted(long _, Progress progress)
            && !time.instant().isBefore(since.plus(settings.unconfirmed()))
        ? new Unconfirmed(version, since, progress)
        : found;
  }

  /** Every version up to this one is enforced; -1 when none is. */
  public long upTo() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(UP_TO);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : -1;
    } catch (SQLException e) {
      throw new IllegalStateException("it cannot be read what is enforced", e);
    }
  }

  private Progress progress(Connection connection, long version)
      throws SQLException, JsonProcessingException {
    try (PreparedStatement select = connection.prepareStatement(SLOW)) {
      select.setLong(1, version);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? new Progress(holders(row, 1), awaited(row, 2)) : Progress.UNKNOWN;
      }
    }
  }

  /** Writes down who is waited for, on the connection that lets it lend. */
  void keepSlow(Connection connection, List<LeaseBook.Slow> slow) throws SQLException {
    if (slow.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert = connection.prepareStatement(KEEP_SLOW)) {
      for (LeaseBook.Slow each : slow) {
        upsert.setLong(1, each.version());
        upsert.setString(2, written(each.progress().settled()));
        upsert.setString(3, writtenAwaited(each.progress().awaited()));
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private String writtenAwaited(List<Awaited> awaited) {
    try {
      return json.writeValueAsString(
          awaited.stream().map(a -> new AwaitedJson(a.holder(), a.until().toString())).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every list of holders can be written", e);
    }
  }

  private List<Awaited> awaited(ResultSet row, int column)
      throws SQLException, JsonProcessingException {
    return json.readValue(row.getString(column), new TypeReference<List<AwaitedJson>>() {}).stream()
        .map(a -> new Awaited(a.holder(), Instant.parse(a.until())))
        .toList();
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
