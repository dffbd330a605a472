package gatehouse.verify;

import gatehouse.verify.Verdict.Own;
import gatehouse.verify.Verdict.Tally;
import gatehouse.verify.Verdict.Tampered;
import gatehouse.verify.Verdict.Verified;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.export.ExportedEntry;
import gatehouse.verify.export.LineReader;
import gatehouse.verify.export.MalformedLineException;
import gatehouse.verify.finding.Disorder;
import gatehouse.verify.finding.Finding;
import gatehouse.verify.finding.Finding.Kind;
import gatehouse.verify.finding.Ground;
import gatehouse.verify.finding.Inquest;
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
  private final Erasures erasures = new Erasures();
  private long plain;

  /** Up to where a witnessed checkpoint holds. */
  private Ground proven = Ground.nothing();

  /** Up to where a checkpoint holds that was witnessed or signed with one of the keys. */
  private Ground sound = Ground.nothing();

  /** Up to where a checkpoint of the export's holds that was signed with one of the keys. */
  private long signed;

  /** The size of the first checkpoint of the export's that differs and that no key has signed. */
  private @Nullable Long unsigned;

  /** A witnessed checkpoint that differs, until the export's next one has told more. */
  private @Nullable Checkpoint contradicted;

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
      Finding finding = walk(entries, own, new Inquest(export), progress);
      Tally tally =
          new Tally(
              tree.size(), proven.size(), new Own(own.count(), signed), plain, erasures.tally());
      return finding == null ? new Verified(tally) : new Tampered(finding, tally);
    }
  }

  private @Nullable Finding walk(
      LineReader entries, OwnCheckpoints own, Inquest inquest, LongConsumer progress)
      throws IOException {
    Finding finding = compare(own, inquest, 0);
    while (finding == null) {
      long place = tree.size() + 1;
      try {
        if (!entries.next()) {
          return end(own, inquest);
        }
        ExportedEntry entry = read(entries);
        finding = entry == null ? foreign(place) : check(entry, place, entries);
      } catch (MalformedLineException e) {
        finding = Finding.at(Kind.EDITED, place, "its line cannot be read: " + e.getMessage());
      }
      finding =
          finding == null
              ? compare(own, inquest, entries.position() + 1)
              : visible(finding, own, inquest);
      if (place % REPORT_EVERY == 0) {
        progress.accept(entries.position());
      }
    }
    return finding;
  }

  /** What is wrong by itself, unless something in front of it is. */
  private Finding visible(Finding finding, OwnCheckpoints own, Inquest inquest) throws IOException {
    if (contradicted != null) {
      return differs(contradicted, sound, inquest);
    }
    Checkpoint next = nextTrusted(own);
    return next == null
        ? inquest.unconfirmed(finding, sound)
        : inquest.confirm(finding, sound, next.head());
  }

  private @Nullable Checkpoint nextTrusted(OwnCheckpoints own) {
    Checkpoint seen = nextWitnessed < witnessed.size() ? witnessed.get(nextWitnessed) : null;
    Checkpoint claimed = keys.isEmpty() ? null : own.present();
    if (seen == null || claimed == null) {
      return seen == null ? claimed : seen;
    }
    return seen.size() < claimed.size() ? seen : claimed;
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
      case ERASED -> erasures.erased(place);
    }
    if (entry.order() != null) {
      erasures.ordered(place, entry.order());
    }
    return null;
  }

  /** Holds the tree against every checkpoint of its present size. */
  private @Nullable Finding compare(OwnCheckpoints own, Inquest inquest, long offset)
      throws IOException {
    Checkpoint claimed = own.present();
    if (claimed != null && claimed.size() == tree.size()) {
      boolean fits = Arrays.equals(tree.root(), claimed.head().root());
      own.next();
      if (!keys.isEmpty()) {
        Checkpoint differing = contradicted != null ? contradicted : claimed;
        if (!fits) {
          return differs(differing, sound, inquest);
        }
        signed = tree.size();
        if (contradicted != null) {
          return forked(differing, inquest);
        }
        sound = new Ground(tree.copy(), offset);
      } else if (!fits && unsigned == null) {
        unsigned = claimed.size();
      }
    }
    while (nextWitnessed < witnessed.size()
        && witnessed.get(nextWitnessed).size() == tree.size()
        && contradicted == null) {
      compare(witnessed.get(nextWitnessed++), offset);
    }
    return judged(inquest);
  }

  private void compare(Checkpoint seen, long offset) {
    if (!Arrays.equals(tree.root(), seen.head().root())) {
      contradicted = seen;
    } else if (!isSeenDifferently(seen.size())) {
      proven = new Ground(tree.copy(), offset);
      sound = proven;
    }
  }

  /** What is certain by now, without another checkpoint of the export's. */
  private @Nullable Finding judged(Inquest inquest) throws IOException {
    if (contradicted == null) {
      return unsigned != null && unsigned <= proven.size()
          ? Finding.at(
              Kind.CHECKPOINT,
              unsigned,
              "the export's checkpoint of that size differs, although the entries are what the"
                  + " witness saw")
          : null;
    }
    if (keys.isEmpty()) {
      return differs(contradicted, sound, inquest);
    }
    return signed == tree.size() ? forked(contradicted, inquest) : null;
  }

  /** Whether the next witnessed checkpoint is of the same size, so that it must agree as well. */
  private boolean isSeenDifferently(long size) {
    return nextWitnessed < witnessed.size() && witnessed.get(nextWitnessed).size() == size;
  }

  private Finding forked(Checkpoint seen, Inquest inquest) throws IOException {
    String reason = "the export bears a valid signature, and differs from what the witness kept";
    long first = Math.min(proven.size() + 1, seen.size());
    Finding coarse = Finding.between(Kind.FORKED, first, seen.size(), reason);
    return inquest.narrow(coarse, proven, seen.head());
  }

  private Finding differs(Checkpoint from, Ground ground, Inquest inquest) throws IOException {
    String whose = contradicted == null ? "the export's" : "the witnessed";
    String reason =
        "the entries do not add up to %s checkpoint of size %d".formatted(whose, from.size());
    if (unsigned != null) {
      reason += ", nor to the export's own of size " + unsigned + ", which no key was given for";
    }
    long first = Math.min(ground.size() + 1, from.size());
    Finding coarse = Finding.between(Kind.CHANGED, first, from.size(), reason);
    return inquest.narrow(coarse, ground, from.head());
  }

  private @Nullable Finding end(OwnCheckpoints own, Inquest inquest) throws IOException {
    long size = tree.size();
    if (contradicted != null) {
      return differs(contradicted, sound, inquest);
    }
    if (own.fault() != null) {
      return Finding.at(Kind.CHECKPOINT, own.last() + 1, "the export's checkpoint: " + own.fault());
    }
    Checkpoint beyond = nextTrusted(own);
    if (beyond != null) {
      return cutOff(beyond, Math.max(beyond.size(), witnessed.getLast().size()));
    }
    if (own.present() != null) {
      return cutOff(own.present(), own.present().size());
    }
    if (unsigned != null) {
      return Finding.between(
              Kind.CHANGED,
              proven.size() + 1,
              size,
              "the entries do not add up to the export's checkpoint of size " + unsigned)
          .doubting("behind the witness and without --key it may be the checkpoint as well");
    }
    if (own.last() < size) {
      return Finding.at(
          Kind.CHECKPOINT, own.last() + 1, "the export ends without a checkpoint over all entries");
    }
    return erasures.finding();
  }

  /** Only if the end is held fast are the entries behind it the missing ones. */
  private Finding cutOff(Checkpoint beyond, long claimed) {
    long size = tree.size();
    String by = witnessed.contains(beyond) ? "the witness" : "the export's own checkpoint";
    String reason = "%s speaks of %d entries, and there are %d".formatted(by, beyond.size(), size);
    return sound.size() == size
        ? Finding.between(Kind.REMOVED, size + 1, claimed, reason)
        : Finding.between(Kind.CHANGED, sound.size() + 1, beyond.size(), reason)
            .doubting(
                "no checkpoint holds the end that is left, so that entries may be missing anywhere"
                    + " behind number %d".formatted(sound.size()));
  }
}
