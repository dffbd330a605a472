package gatehouse.proof.inspect;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import gatehouse.proof.inspect.Orders.Erased;
import gatehouse.tree.Frontier;
import gatehouse.tree.Leaf;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One numbered row, as it stands now, held against the leaf that was computed from it. */
final class Row {

  /** Every leaf of a stretch with what is left of its entry. */
  static final String SELECT =
      """
      SELECT l.seq, l.position, l.hash, e.*
      FROM journal.leaves l LEFT JOIN LATERAL (
        SELECT id, type, subject, version, occurred_at, recorded_at, actor_role, actor_hash, clauses,
               topic, request_id, salt, commitment, body
        FROM journal.entries WHERE position = l.position OFFSET 0) e ON true
      WHERE l.seq > ? AND l.seq <= ? ORDER BY l.seq
      """;

  private static final byte[] ERASED_BODY = {'{', '}'};
  private static final String ERASED_SUBJECT = "erased";
  private static final ObjectReader SAID = new ObjectMapper().readerFor(Said.class);

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

  /** Itself, if only its commitment is left. */
  Optional<Erased> erased() throws SQLException {
    return row.getBytes("commitment") == null
        ? Optional.empty()
        : Optional.of(new Erased(seq(), row.getLong("position")));
  }

  /** What is wrong with it. */
  Optional<Break> fault() throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    if (id == null) {
      return Optional.of(new Break(Break.Kind.ENTRY_MISSING, seq(), seq()));
    }
    byte[] commitment = row.getBytes("commitment");
    Leaf entry =
        new Leaf(
            id,
            row.getString("type"),
            row.getString("topic"),
            row.getString("request_id"),
            row.getBytes("salt"),
            row.getBytes("body"));
    byte[] data = commitment == null ? entry.data() : entry.erased(commitment);
    boolean same =
        Arrays.equals(Frontier.hash(data), leaf())
            && (commitment == null ? columnsRepeat(entry.body()) : saysNothing());
    return same ? Optional.empty() : Optional.of(new Break(Break.Kind.ENTRY_CHANGED, seq(), seq()));
  }

  /**
   * Of an erased entry the leaf commits to the commitment only: everything else must be as erasing
   * leaves it, or somebody has put words into it.
   */
  private boolean saysNothing() throws SQLException {
    return Arrays.equals(row.getBytes("body"), ERASED_BODY)
        && row.getBytes("salt") == null
        && row.getString("request_id") == null
        && row.getString("subject").equals(ERASED_SUBJECT)
        && row.getLong("version") == 0
        && row.getString("actor_role").isEmpty()
        && row.getString("actor_hash").isEmpty()
        && clauses().isEmpty()
        && instant("occurred_at").equals(instant("recorded_at"));
  }

  /** The leaf commits to the body only; what the columns say beside it must be the same. */
  private boolean columnsRepeat(byte[] body) throws SQLException {
    try {
      Said said = SAID.readValue(body);
      return repeats(said.aggregateId(), row.getString("subject"))
          && repeats(said.version(), Long.toString(row.getLong("version")))
          && repeats(said.who().role(), row.getString("actor_role"))
          && repeats(said.who().idHash(), row.getString("actor_hash"))
          && (said.clauses() == null || said.clauses().equals(clauses()))
          && repeats(said.occurredAt(), instant("occurred_at").toString())
          && repeats(said.recordedAt(), instant("recorded_at").toString());
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean repeats(@Nullable String said, String column) {
    return said == null || said.equals(column);
  }

  /** What columns repeat of an envelope; its data, the most of it, are only skipped. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Said(
      @Nullable String aggregateId,
      @Nullable String version,
      @Nullable Who actor,
      @Nullable List<String> clauses,
      @Nullable String occurredAt,
      @Nullable String recordedAt) {
    private static final Who NOBODY = new Who(null, null);

    Who who() {
      return actor == null ? NOBODY : actor;
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Who(@Nullable String role, @Nullable String idHash) {}

  private List<String> clauses() throws SQLException {
    return List.of((String[]) row.getArray("clauses").getArray());
  }

  private Instant instant(String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
