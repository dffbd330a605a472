package gatehouse.proof.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.proof.Stage;
import gatehouse.tree.Frontier;
import gatehouse.verify.tree.Proofs;
import gatehouse.verify.tree.Proofs.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proofs from stored leaves and tiles, judged by the verifier, which shares no code with them. */
class HistoryTest {

  private static final int SIZE = 1100;

  private final Stage stage = new Stage();
  private final List<byte[]> leaves = new ArrayList<>();
  private final List<byte[]> roots = new ArrayList<>();

  @Test
  void everyProofHoldsWithAndWithoutTiles() throws Exception {
    List<byte[]> tiles = grow();
    try (Connection connection = stage.connections().open("stage")) {
      store(connection, "INSERT INTO journal.leaves VALUES (?, ?, ?)", leaves);
      assertThatProofsHold(connection);
      assertThat(tiles).hasSize(SIZE / Frontier.TILE);
      storeTiles(connection, tiles);
      assertThatProofsHold(connection);
    }
  }

  @Test
  void tilesAreWhatIsRead() throws Exception {
    List<byte[]> tiles = grow();
    try (Connection connection = stage.connections().open("stage")) {
      store(connection, "INSERT INTO journal.leaves VALUES (?, ?, ?)", leaves);
      tiles.set(0, new byte[32]);
      storeTiles(connection, tiles);
      History history = History.of(connection, SIZE);

      assertThat(history.inclusion(300)).anyMatch(hash -> hash[0] == 0 && hash[31] == 0);
    }
  }

  private void assertThatProofsHold(Connection connection) throws Exception {
    for (int size : new int[] {1, 2, 255, 256, 257, 511, 512, 768, 1024, 1025, SIZE}) {
      History history = History.of(connection, size);
      Head head = new Head(size, roots.get(size - 1));
      for (int seq : new int[] {1, 2, 128, 255, 256, 257, 700, 1024, 1025, SIZE}) {
        if (seq <= size) {
          Head first = new Head(seq, roots.get(seq - 1));
          assertThat(history.leaf(seq)).isEqualTo(leaves.get(seq - 1));
          assertThat(Proofs.includes(head, seq - 1L, leaves.get(seq - 1), history.inclusion(seq)))
              .as("inclusion of %d in %d", seq, size)
              .isTrue();
          assertThat(Proofs.extend(first, head, history.consistency(seq)))
              .as("consistency of %d and %d", seq, size)
              .isTrue();
        }
      }
    }
  }

  private List<byte[]> grow() {
    Frontier tree = new Frontier();
    List<byte[]> tiles = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      leaves.add(tree.add(("entry " + i).getBytes(UTF_8)));
      roots.add(tree.root());
      tiles.addAll(tree.takeTiles());
    }
    return tiles;
  }

  private static void store(Connection connection, String sql, List<byte[]> hashes)
      throws Exception {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < hashes.size(); i++) {
        insert.setLong(1, i + 1L);
        insert.setLong(2, i + 1L);
        insert.setBytes(3, hashes.get(i));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void storeTiles(Connection connection, List<byte[]> tiles) throws Exception {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO journal.tiles VALUES (?, ?)")) {
      for (int i = 0; i < tiles.size(); i++) {
        insert.setLong(1, i);
        insert.setBytes(2, tiles.get(i));
        insert.executeUpdate();
      }
    }
  }
}
