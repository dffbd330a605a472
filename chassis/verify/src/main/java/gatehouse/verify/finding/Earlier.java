package gatehouse.verify.finding;

import static java.util.stream.Collectors.groupingBy;

import gatehouse.verify.export.ExportFile;
import gatehouse.verify.export.ExportedEntry;
import gatehouse.verify.export.LineReader;
import gatehouse.verify.export.MalformedLineException;
import gatehouse.verify.finding.Finding.Kind;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.tree.Hashes;
import gatehouse.verify.tree.Tree;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An export that somebody has kept. As far as it adds up to a witnessed checkpoint its leaf hashes
 * are the true ones, wherever it comes from: the first that differs is the entry that was changed.
 * An entry that was erased since has the same leaf hash.
 */
public final class Earlier {

  private final ExportFile kept;
  private final Map<Long, List<Checkpoint>> witnessed;

  /** An earlier export, and what it has to add up to. */
  public Earlier(ExportFile kept, List<Checkpoint> witnessed) {
    this.kept = kept;
    this.witnessed = witnessed.stream().collect(groupingBy(Checkpoint::size));
  }

  /**
   * Names the entry.
   *
   * @param found what could be told without the earlier export
   */
  public Finding name(Finding found, ExportFile export) throws IOException {
    Finding difference = found.kind() == Kind.CHECKPOINT ? null : difference(export);
    if (difference == null || difference.first() > found.last()) {
      return found.isExact()
          ? found
          : found.doubting(
              found.doubt() + ". The earlier export shows no difference as far as it is proven");
    }
    if (found.isExact() && found.first() == difference.first()) {
      return found.doubting("");
    }
    return found.kind() == Kind.FORKED
        ? Finding.at(Kind.FORKED, difference.first(), difference.reason())
        : difference;
  }

  /**
   * The first entry that is not what it was.
   *
   * @return null if none differs in the part of the earlier export that the witness holds fast
   */
  private @Nullable Finding difference(ExportFile export) throws IOException {
    try (LineReader before = kept.entries();
        LineReader now = export.entries()) {
      Tree tree = new Tree();
      Leaves old = new Leaves(before);
      Leaves present = new Leaves(now);
      byte[] was = old.next();
      byte[] is = present.next();
      while (was != null && Arrays.equals(was, is)) {
        tree.add(was);
        was = old.next();
        is = present.next();
      }
      if (was == null) {
        return null;
      }
      long place = tree.size() + 1;
      tree.add(was);
      boolean comesLaterBefore = false;
      boolean isProven = isWitnessed(tree);
      for (byte[] leaf = old.next(); leaf != null; leaf = old.next()) {
        comesLaterBefore |= Arrays.equals(leaf, is);
        tree.add(leaf);
        isProven |= isWitnessed(tree);
      }
      return isProven ? named(place, is, comesLaterBefore, present.hold(was)) : null;
    }
  }

  private static Finding named(
      long place, byte @Nullable [] is, boolean stoodLater, boolean standsLater) {
    String reason = "the earlier export, which adds up to what the witness saw, has another entry";
    Kind kind;
    if (is == null) {
      kind = Kind.REMOVED;
    } else if (standsLater) {
      kind = stoodLater ? Kind.REORDERED : Kind.INSERTED;
    } else {
      kind = stoodLater ? Kind.REMOVED : Kind.EDITED;
    }
    return Finding.at(kind, place, reason + " there");
  }

  private boolean isWitnessed(Tree tree) {
    List<Checkpoint> seen = witnessed.getOrDefault(tree.size(), List.of());
    return !seen.isEmpty()
        && seen.stream().allMatch(one -> Arrays.equals(one.head().root(), tree.root()));
  }

  /** The leaf hashes that follow from the lines. */
  private static final class Leaves {
    private final LineReader lines;
    private final Hashes hashes = new Hashes();

    Leaves(LineReader lines) {
      this.lines = lines;
    }

    /** The next one; empty for a line that cannot be read, null at the end. */
    byte @Nullable [] next() throws IOException {
      try {
        return isThere() ? ExportedEntry.parse(lines.line(), hashes).leaf() : null;
      } catch (MalformedLineException _) {
        return new byte[0];
      }
    }

    private boolean isThere() throws IOException {
      try {
        return lines.next();
      } catch (MalformedLineException _) {
        // It ends in the middle of a line.
        return false;
      }
    }

    /** Whether the leaf is among those to come. */
    boolean hold(byte[] leaf) throws IOException {
      for (byte[] one = next(); one != null; one = next()) {
        if (Arrays.equals(one, leaf)) {
          return true;
        }
      }
      return false;
    }
  }
}
