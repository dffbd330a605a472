package gatehouse.proof.inspect;

import gatehouse.tree.Frontier;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a pass has come.
 *
 * @param tree over the entries it has seen
 * @param good size of the last checkpoint that fitted
 * @param found kinds of which this pass has told one
 * @param endedAt when it came to the end, or null while it runs
 */
record Mark(Frontier tree, long good, Set<Break.Kind> found, @Nullable Instant endedAt) {

  /** The two ways through the journal. */
  enum Pass {
    /** What was signed since the last look. */
    NEW,
    /** Everything, from the first entry on. */
    ALL
  }

  static Mark zero() {
    return new Mark(new Frontier(), 0, EnumSet.noneOf(Break.Kind.class), null);
  }

  static Mark read(Connection connection, Pass pass) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT size, peaks, good, found, ended_at FROM journal.passes WHERE pass = ?")) {
      select.setString(1, pass.name());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("the marks of the passes are missing");
        }
        Set<Break.Kind> found = EnumSet.noneOf(Break.Kind.class);
        for (String kind : (String[]) row.getArray("found").getArray()) {
          found.add(Break.Kind.valueOf(kind));
        }
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Mark(
            new Frontier(row.getLong("size"), row.getBytes("peaks")),
            row.getLong("good"),
            found,
            ended == null ? null : ended.toInstant());
      }
    }
  }

  void write(Connection connection, Pass pass) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE journal.passes SET size = ?, peaks = ?, good = ?, found = ?, ended_at = ?"
                + " WHERE pass = ?")) {
      Array kinds = connection.createArrayOf("text", found.stream().map(Enum::name).toArray());
      update.setLong(1, tree.size());
      update.setBytes(2, tree.peaks());
      update.setLong(3, good);
      update.setArray(4, kinds);
      update.setObject(5, endedAt == null ? null : endedAt.atOffset(ZoneOffset.UTC));
      update.setString(6, pass.name());
      update.executeUpdate();
    }
  }

  Mark ended(Instant at) {
    return new Mark(tree, good, found, at);
  }
}
