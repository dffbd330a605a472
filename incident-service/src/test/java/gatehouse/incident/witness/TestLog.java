package gatehouse.incident.witness;

import gatehouse.tree.Frontier;
import gatehouse.tree.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A journal as another service would sign it, or as somebody would who rewrites it. */
final class TestLog {
  private final SigningKey key;
  private final String origin;
  private final List<byte[]> leaves = new ArrayList<>();

  TestLog(String origin, int seed) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) seed);
    this.origin = origin;
    this.key = SigningKey.of(origin, bytes);
  }

  TestLog add(String... entries) {
    for (String entry : entries) {
      leaves.add(entry.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /** What it tells when it has told {@code previous} before. */
  ToldCheckpoint told(int previous) {
    return new ToldCheckpoint(
        origin,
        key.checkpoint(tree(0, leaves.size())),
        previous,
        previous == 0 ? List.of() : proof(previous),
        key.verifierKey());
  }

  /** RFC 9162, 2.1.4.1, written once more: neither the journal's nor the verifier's code. */
  private List<String> proof(int first) {
    List<byte[]> path = new ArrayList<>();
    int from = 0;
    int to = leaves.size();
    while (first < to) {
      int middle = from + Integer.highestOneBit(to - from - 1);
      if (first <= middle) {
        path.addFirst(tree(middle, to).root());
        to = middle;
      } else {
        path.addFirst(tree(from, middle).root());
        from = middle;
      }
    }
    if (from > 0) {
      path.addFirst(tree(from, to).root());
    }
    return path.stream().map(HexFormat.of()::formatHex).toList();
  }

  private Frontier tree(int from, int to) {
    Frontier tree = new Frontier();
    leaves.subList(from, to).forEach(tree::add);
    return tree;
  }
}
