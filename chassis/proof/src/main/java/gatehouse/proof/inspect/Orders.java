package gatehouse.proof.inspect;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders to erase, and what they name. */
final class Orders {

  private static final String SELECT =
      "SELECT position, body FROM journal.entries"
          + " WHERE type = 'gatehouse.journal.erasure.ordered.v1' AND commitment IS NULL"
          + " ORDER BY position";

  private static final ObjectReader BODY = new ObjectMapper().readerFor(Body.class);

  private final List<Named> named = new ArrayList<>();

  /** The last order from before orders named anything: it may have meant all in front of it. */
  private long lastBare;

  private boolean isAnyNamed;

  /** An erased entry: its number, and its place among what was written. */
  record Erased(long seq, long position) {}

  private record Named(long position, long first, long last) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Body(@Nullable Data data) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Data(@Nullable List<List<Long>> numbers) {}

  /** Those orders that concern numbers from the first to the last. */
  static Orders of(Connection connection, long first, long last) throws SQLException {
    Orders orders = new Orders();
    try (PreparedStatement select = connection.prepareStatement(SELECT);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        orders.add(row.getLong(1), row.getBytes(2));
      }
    }
    orders.named.removeIf(one -> one.last() < first || one.first() > last);
    return orders;
  }

  /** Whether an order that was written behind the entry names it, or may have meant it. */
  boolean cover(Erased entry) {
    return entry.position() < lastBare
        || named.stream()
            .anyMatch(one ->
                one.position() > entry.position()
                    && one.first() <= entry.seq()
                    && entry.seq() <= one.last());
  }

  private void add(long position, byte[] body) {
    try {
      Body said = BODY.readValue(body);
      List<List<Long>> numbers = said.data() == null ? null : said.data().numbers();
      if (numbers != null) {
        isAnyNamed = true;
        numbers.forEach(one -> named.add(new Named(position, one.getFirst(), one.getLast())));
      } else if (!isAnyNamed) {
        lastBare = position;
      }
    } catch (IOException _) {
      // Its own leaf tells that it was changed; it covers nothing.
    }
  }
}
