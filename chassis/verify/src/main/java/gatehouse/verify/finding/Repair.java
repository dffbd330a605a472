package gatehouse.verify.finding;

import gatehouse.verify.export.ExportedEntry;
import gatehouse.verify.export.ExportedEntry.Beginning;
import gatehouse.verify.export.LineReader;
import gatehouse.verify.export.MalformedLineException;
import gatehouse.verify.tree.Hashes;
import gatehouse.verify.tree.Proofs.Head;
import gatehouse.verify.tree.Tree;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts a stretch in which something is visibly wrong in order, by the leaf hashes that its lines
 * state or that follow from their content, and sees whether it then adds up.
 */
final class Repair {

  /** What putting it in order showed. */
  enum Outcome {
    /**
     * The leaf hashes in the order of their lines add up: nothing was moved, only one line edited.
     */
    PLACES_HOLD,
    /** Those in the order of their numbers do: nothing else is wrong. */
    NUMBERS_HOLD,
    /** All leaf hashes are there, and do not add up. */
    SOMETHING_ELSE,
    /** A leaf hash is missing. */
    INCOMPLETE
  }

  private final Ground ground;
  private final Head head;
  private final Map<Long, byte[]> statedByPlace = new HashMap<>();
  private final Map<Long, byte[]> computedByPlace = new HashMap<>();
  private final Map<Long, byte[]> statedByNumber = new HashMap<>();
  private final Map<Long, byte[]> computedByNumber = new HashMap<>();
  private final Hashes hashes = new Hashes();

  Repair(Ground ground, Head head) {
    this.ground = ground;
    this.head = head;
  }

  /** Reads lines from the ground on until the stretch is complete; a moved one may stand later. */
  void read(LineReader lines) throws IOException {
    long wanted = head.size() - ground.size();
    try {
      for (long place = ground.size() + 1;
          statedByNumber.size() < wanted && lines.next();
          place++) {
        read(lines, place);
      }
    } catch (MalformedLineException _) {
      // The last line ends in the middle.
    }
  }

  private void read(LineReader lines, long place) {
    Beginning beginning = beginning(lines);
    byte[] computed = computed(lines, beginning);
    if (place <= head.size()) {
      put(statedByPlace, place, beginning == null ? null : beginning.leaf());
      put(computedByPlace, place, computed);
    }
    if (beginning != null && beginning.seq() > ground.size() && beginning.seq() <= head.size()) {
      put(statedByNumber, beginning.seq(), beginning.leaf());
      put(computedByNumber, beginning.seq(), computed);
    }
  }

  Outcome outcome() {
    if (addsUp(statedByPlace::get) || addsUp(computedByPlace::get)) {
      return Outcome.PLACES_HOLD;
    }
    if (addsUp(statedByNumber::get) || addsUp(computedByNumber::get)) {
      return Outcome.NUMBERS_HOLD;
    }
    return isComplete(statedByNumber) && isComplete(computedByNumber)
        ? Outcome.SOMETHING_ELSE
        : Outcome.INCOMPLETE;
  }

  private boolean isComplete(Map<Long, byte[]> leaves) {
    return leaves.size() == head.size() - ground.size();
  }

  private boolean addsUp(LongFunction<byte @Nullable []> leaves) {
    Tree tree = ground.tree().copy();
    while (tree.size() < head.size()) {
      byte[] leaf = leaves.apply(tree.size() + 1);
      if (leaf == null) {
        return false;
      }
      tree.add(leaf);
    }
    return Arrays.equals(tree.root(), head.root());
  }

  private static void put(Map<Long, byte[]> leaves, long key, byte @Nullable [] leaf) {
    if (leaf != null) {
      leaves.putIfAbsent(key, leaf);
    }
  }

  private static @Nullable Beginning beginning(LineReader lines) {
    try {
      return Beginning.parse(lines.line());
    } catch (MalformedLineException _) {
      return null;
    }
  }

  /** What follows from the content; for a line that cannot be read, what it states. */
  private byte @Nullable [] computed(LineReader lines, @Nullable Beginning beginning) {
    try {
      return ExportedEntry.parse(lines.line(), hashes).leaf();
    } catch (MalformedLineException _) {
      return beginning == null ? null : beginning.leaf();
    }
  }
}
