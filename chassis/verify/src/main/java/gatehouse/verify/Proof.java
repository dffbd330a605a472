package gatehouse.verify;

import gatehouse.verify.export.Line;
import gatehouse.verify.tree.Proofs;
import gatehouse.verify.tree.Proofs.Head;
import java.util.ArrayList;
import java.util.List;

/** A proof as {@code /v1/journal/proofs} answers it. */
sealed interface Proof {

  /** That an entry stands at its place. */
  // Compared by its parts only.
  @SuppressWarnings("ArrayRecordComponent")
  record Inclusion(long seq, long size, byte[] leaf, List<byte[]> path) implements Proof {

    /** Whether it holds in that tree. */
    boolean holds(Head head) {
      return size == head.size() && Proofs.includes(head, seq - 1, leaf, path);
    }
  }

  /** That a later tree begins with an earlier one. */
  record Consistency(long from, long to, List<byte[]> path) implements Proof {

    /** Whether it holds between those trees. */
    boolean holds(Head first, Head second) {
      return from == first.size() && to == second.size() && Proofs.extend(first, second, path);
    }
  }

  /** Reads the answer. */
  static Proof parse(Line line) {
    if (line.take("{\"from\":")) {
      long from = line.number();
      line.expect(",\"to\":");
      return new Consistency(from, line.number(), path(line));
    }
    line.expect("{\"seq\":");
    long seq = line.number();
    line.expect(",\"size\":");
    long size = line.number();
    line.expect(",\"leaf\":\"");
    byte[] leaf = line.hex(32);
    line.expect("\"");
    return new Inclusion(seq, size, leaf, path(line));
  }

  private static List<byte[]> path(Line line) {
    List<byte[]> path = new ArrayList<>();
    line.expect(",\"path\":[");
    while (line.take(path.isEmpty() ? "\"" : ",\"")) {
      path.add(line.hex(32));
      line.expect("\"");
    }
    line.expect("]}");
    line.end();
    return path;
  }
}
