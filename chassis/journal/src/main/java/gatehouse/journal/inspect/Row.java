package gatehouse.journal.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.journal.sequence.Frontier;
import gatehouse.journal.sequence.Leaf;
import gatehouse.journal.store.ProvenPart;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** One numbered row, as it stands now, held against the leaf that was computed from it. */
final class Row {

  /** Every leaf of a stretch with what is left of its entry. */
  static final String SELECT =
      """
      SELECT l.seq, l.hash, e.*
      FROM journal.leaves l LEFT JOIN LATERAL (
        SELECT id, type, subject, version, occurred_at, recorded_at, actor_role, actor_hash, topic,
               request_id, salt, commitment, body
        FROM journal.entries WHERE position = l.position OFFSET 0) e ON true
      WHERE l.seq > ? AND l.seq <= ? ORDER BY l.seq
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ResultSet row;

  Row(ResultSet row) {
    this.row = row;
  }

  long seq() throws SQLException {
    return row.getLong("seq");
  }

  byte[] leaf() throws SQLException {
    return row.getBytes("hash");
  }

  /** What is wrong with it. */
  Optional<Break> fault() throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    if (id == null) {
      return Optional.of(new Break(Break.Kind.ENTRY_MISSING, seq(), seq()));
    }
    byte[] commitment = row.getBytes("commitment");
    ProvenPart entry =
        new ProvenPart(
            id,
            row.getString("type"),
            row.getString("topic"),
            row.getString("request_id"),
            row.getBytes("salt"),
            row.getBytes("body"));
    byte[] data = commitment == null ? Leaf.data(entry) : Leaf.erased(entry, commitment);
    boolean same =
        Arrays.equals(Frontier.hash(data), leaf())
            && (commitment != null || columnsRepeat(entry.body()));
    return same ? Optional.empty() : Optional.of(new Break(Break.Kind.ENTRY_CHANGED, seq(), seq()));
  }

  /** The leaf commits to the body only; what the columns say beside it must be the same. */
  private boolean columnsRepeat(byte[] body) throws SQLException {
    try {
      JsonNode said = JSON.readTree(body);
      return repeats(said.path("aggregateId"), row.getString("subject"))
          && repeats(said.path("version"), Long.toString(row.getLong("version")))
          && repeats(said.path("actor").path("role"), row.getString("actor_role"))
          && repeats(said.path("actor").path("idHash"), row.getString("actor_hash"))
          && repeats(said.path("occurredAt"), instant("occurred_at"))
          && repeats(said.path("recordedAt"), instant("recorded_at"));
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean repeats(JsonNode said, String column) {
    return said.isMissingNode() || said.asText().equals(column);
  }

  private static boolean repeats(JsonNode said, Instant column) {
    return said.isMissingNode() || Instant.parse(said.asText()).equals(column);
  }

  private Instant instant(String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
