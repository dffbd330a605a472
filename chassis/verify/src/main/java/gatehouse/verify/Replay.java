package gatehouse.verify;

import gatehouse.verify.Finding.Kind;
import gatehouse.verify.Verdict.Tally;
import gatehouse.verify.Verdict.Tampered;
import gatehouse.verify.Verdict.Verified;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.export.ExportedEntry;
import gatehouse.verify.export.LineReader;
import gatehouse.verify.export.MalformedLineException;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import gatehouse.verify.tree.Hashes;
import gatehouse.verify.tree.Tree;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree anew from the entries and holds it against the witnessed checkpoints and the
 * export's own. Takes time in proportion to the file and memory that does not depend on it. Once
 * only.
 */
public final class Replay {

  private static final int REPORT_EVERY = 4096;

  private final List<Checkpoint> witnessed;
  private final List<VerifierKey> keys;
  private final Tree tree = new Tree();
  private final Hashes hashes = new Hashes();
  private int nextWitnessed;
  private long proven;
  private long signed;
  private long plain;
  private long erased;
  private @Nullable Long firstErased;

  /** A difference from the witness of which the export's next checkpoint will tell more. */
  private @Nullable Finding doubt;

  /**
   * A replay.
   *
   * @param witnessed at least one, by their sizes; all of one journal
   * @param keys the journal's keys, or none: then no signature is checked
   */
  public Replay(List<Checkpoint> witnessed, List<VerifierKey> keys) {
    if (witnessed.isEmpty()) {
      throw new IllegalArgumentException("nothing can be verified without a witnessed checkpoint");
    }
    this.witnessed = List.copyOf(witnessed);
    this.keys = List.copyOf(keys);
  }

  /**
   * Replays the export.
   *
   * @param progress is told now and then how many bytes are done
   * @throws IOException if the file cannot be read
   */
  public Verdict run(ExportFile export, LongConsumer progress) throws IOException {
    try (LineReader entries = export.entries();
        LineReader checkpoints = export.checkpoints()) {
      OwnCheckpoints own = new OwnCheckpoints(checkpoints, witnessed.getFirst().origin(), keys);
      Finding finding = walk(entries, own, progress);
      Tally tally = new Tally(tree.size(), proven, signed, plain, erased, firstErased);
      return finding == null ? new Verified(tally) : new Tampered(finding, tally);
    }
  }

  private @Nullable Finding walk(LineReader entries, OwnCheckpoints own, LongConsumer progress)
      throws IOException {
    Finding finding = compare(own);
    while (finding == null) {
      long place = tree.size() + 1;
      try {
        if (!entries.next()) {
          return end(own);
        }
        ExportedEntry entry = read(entries);
        finding = entry == null ? foreign(place) : check(entry, place, entries);
      } catch (MalformedLineException e) {
        finding = Finding.at(Kind.EDITED, place, "its line cannot be read: " + e.getMessage());
      }
      if (finding == null) {
        finding = compare(own);
      } else if (doubt != null) {
        // What the witness saw differently lies before this.
        finding = doubt;
      }
      if (place % REPORT_EVERY == 0) {
        progress.accept(entries.position());
      }
    }
    return finding;
  }

  private @Nullable ExportedEntry read(LineReader entries) {
    return entries.line().take(ExportFile.CHECKPOINT)
        ? null
        : ExportedEntry.parse(entries.line(), hashes);
  }

  private static Finding foreign(long place) {
    return Finding.at(Kind.INSERTED, place, "a checkpoint stands among the entries");
  }

  private @Nullable Finding check(ExportedEntry entry, long place, LineReader entries)
      throws IOException {
    if (entry.seq() != place) {
      return Disorder.at(place, entry.seq(), entries);
    }
    if (!entry.fits()) {
      return Finding.at(Kind.EDITED, place, "its content does not fit its leaf hash");
    }
    tree.add(entry.leaf());
    switch (entry.kind()) {
      case PLAIN -> plain++;
      case SALTED -> {}
      case ERASED -> {
        erased++;
        firstErased = firstErased == null ? Long.valueOf(place) : firstErased;
      }
    }
    return null;
  }

  /** Holds the tree against every checkpoint of its present size. */
  private @Nullable Finding compare(OwnCheckpoints own) throws IOException {
    Checkpoint claimed = own.present();
    if (claimed != null && claimed.size() == tree.size()) {
      if (!Arrays.equals(tree.root(), claimed.head().root())) {
        return differs(own);
      }
      own.next();
      if (!keys.isEmpty()) {
        signed = tree.size();
      }
      if (doubt != null) {
        return keys.isEmpty() ? doubt : forked(doubt.last());
      }
    }
    while (nextWitnessed < witnessed.size()
        && witnessed.get(nextWitnessed).size() == tree.size()
        && doubt == null) {
      compare(witnessed.get(nextWitnessed++));
    }
    return doubt != null && signed == tree.size() ? forked(tree.size()) : null;
  }

  private void compare(Checkpoint seen) {
    if (!Arrays.equals(tree.root(), seen.head().root())) {
      String reason =
          "the entries do not add up to the witnessed checkpoint of size " + seen.size();
      doubt = new Finding(Kind.CHANGED, Math.min(proven + 1, seen.size()), seen.size(), reason);
    } else if (!isSeenDifferently(seen.size())) {
      proven = tree.size();
    }
  }

  /** Whether the next witnessed checkpoint is of the same size, so that it must agree as well. */
  private boolean isSeenDifferently(long size) {
    return nextWitnessed < witnessed.size() && witnessed.get(nextWitnessed).size() == size;
  }

  private Finding forked(long last) {
    return new Finding(
        Kind.FORKED,
        proven + 1,
        last,
        "the export bears a valid signature, and differs from what the witness kept");
  }

  /** Only what was signed or witnessed narrows the place. */
  private Finding differs(OwnCheckpoints own) {
    return new Finding(
        Kind.CHANGED,
        Math.min(sound(own) + 1, tree.size()),
        doubt != null ? doubt.last() : tree.size(),
        "the entries do not add up to the export's checkpoint of size " + tree.size());
  }

  private @Nullable Finding end(OwnCheckpoints own) {
    long size = tree.size();
    if (doubt != null) {
      return doubt;
    }
    if (own.fault() != null) {
      return Finding.at(Kind.CHECKPOINT, own.last() + 1, "the export's checkpoint: " + own.fault());
    }
    Checkpoint beyond = own.present();
    if (beyond != null) {
      return cutOff(own, beyond.size(), "the export's own checkpoint");
    }
    if (nextWitnessed < witnessed.size()) {
      return cutOff(own, witnessed.getLast().size(), "the witness");
    }
    if (own.last() < size) {
      return Finding.at(
          Kind.CHECKPOINT, own.last() + 1, "the export ends without a checkpoint over all entries");
    }
    return null;
  }

  /** Only if the end is held fast are the entries behind it the missing ones. */
  private Finding cutOff(OwnCheckpoints own, long claimed, String by) {
    long size = tree.size();
    long sound = sound(own);
    return new Finding(
        sound == size ? Kind.REMOVED : Kind.CHANGED,
        sound + 1,
        claimed,
        "%s speaks of %d entries, and there are %d".formatted(by, claimed, size));
  }

  /** Up to where all is held fast: an unsigned checkpoint of the export holds nothing. */
  private long sound(OwnCheckpoints own) {
    return Math.max(keys.isEmpty() ? 0 : own.last(), proven);
  }
}
