package gatehouse.proof.erase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Erases a subject. The order is an entry first, in the same transaction: the database erases
 * nothing without one. It names the subject by its SHA-256, so that whoever knows what was erased
 * can find the order, and nobody learns from it what that was.
 */
@ApplicationScoped
public class EraseSubject {
  private static final String ORDERED = "gatehouse.journal.erasure.ordered.v1";

  /** SQLSTATE of a plain RAISE: the entries are not yet numbered or published. */
  private static final String NOT_YET = "P0001";

  private static final String NOT_ALLOWED = "42501";

  private static final String NUMBERS =
      "SELECT l.seq FROM journal.entries e JOIN journal.leaves l USING (position)"
          + " WHERE e.subject = ? AND e.salt IS NOT NULL ORDER BY l.seq";

  private final Journal journal;
  private final DataSource dataSource;

  EraseSubject(Journal journal, DataSource dataSource) {
    this.journal = journal;
    this.dataSource = dataSource;
  }

  /**
   * Erases in the caller's transaction, which must be rolled back unless the answer is {@link
   * Erasure.Erased}.
   *
   * @param subject as it stands in the entries
   * @param reason why it may and must be erased, a code
   * @param reference where the order is filed, outside this system
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Erasure erase(String subject, String reason, String reference, Actor by) {
    try (Connection connection = dataSource.getConnection()) {
      if (isParked(connection, subject)) {
        return new Erasure.Parked();
      }
      UUID order =
          journal.append(
              Entry.of(ORDERED, "erasure/" + digest(subject))
                  .by(by)
                  .data(new Ordered(reason, reference, stretches(connection, subject)))
                  .build());
      return erase(connection, subject, order);
    } catch (SQLException e) {
      if (NOT_YET.equals(e.getSQLState())) {
        return new Erasure.TooEarly();
      }
      if (NOT_ALLOWED.equals(e.getSQLState())) {
        return new Erasure.Protected();
      }
      throw new IllegalStateException("the subject could not be erased", e);
    }
  }

  private static Erasure erase(Connection connection, String subject, UUID order)
      throws SQLException {
    try (PreparedStatement erase =
        connection.prepareStatement(
            "SELECT erased, left_plain FROM journal.erase_by_order(?, ?)")) {
      erase.setString(1, subject);
      erase.setObject(2, order);
      try (ResultSet row = erase.executeQuery()) {
        row.next();
        long erased = row.getLong(1);
        long left = row.getLong(2);
        return erased + left == 0
            ? new Erasure.NothingThere()
            : new Erasure.Erased(order, erased, left);
      }
    }
  }

  private static boolean isParked(Connection connection, String subject) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM journal.parked WHERE event_key = ? LIMIT 1")) {
      select.setString(1, subject);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** What has a number and a salt; whatever comes meanwhile, the database does not erase. */
  private static List<long[]> stretches(Connection connection, String subject) throws SQLException {
    List<long[]> stretches = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(NUMBERS)) {
      select.setString(1, subject);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long seq = row.getLong(1);
          if (!stretches.isEmpty() && stretches.getLast()[1] == seq - 1) {
            stretches.getLast()[1] = seq;
          } else {
            stretches.add(new long[] {seq, seq});
          }
        }
      }
    }
    return stretches;
  }

  private static String digest(String subject) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(subject.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Data of the order.
   *
   * @param numbers of the entries that it erases, in stretches, each with its first and its last:
   *     whoever verifies holds them against what is erased. The last member, by which the verifier
   *     finds it.
   */
  @JsonPropertyOrder({"reason", "reference", "numbers"})
  record Ordered(String reason, String reference, List<long[]> numbers) {}
}
