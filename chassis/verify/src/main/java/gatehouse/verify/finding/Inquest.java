package gatehouse.verify.finding;

import gatehouse.verify.export.ExportFile;
import gatehouse.verify.export.ExportedEntry;
import gatehouse.verify.export.LineReader;
import gatehouse.verify.export.MalformedLineException;
import gatehouse.verify.finding.Conjectures.Explained;
import gatehouse.verify.finding.Finding.Kind;
import gatehouse.verify.tree.Hashes;
import gatehouse.verify.tree.Proofs.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the stretch in which something is wrong once more, between what is certain and the next
 * checkpoint that can be trusted, and names the entry as exactly as that checkpoint allows.
 */
public final class Inquest {

  /** A longer stretch is not kept in memory. */
  private static final int LONGEST = Conjectures.MOST_LEAVES - Conjectures.MOST_INSERTED;

  private final ExportFile export;

  /** Of that export. */
  public Inquest(ExportFile export) {
    this.export = export;
  }

  /**
   * Names one entry where the entries fit their hashes, and the hashes not the checkpoint.
   *
   * @param coarse the stretch, of which one entry at least is not what it was
   * @param head what the entries should add up to
   */
  public Finding narrow(Finding coarse, Ground ground, Head head) throws IOException {
    long places = head.size() - ground.size();
    if (places <= 1) {
      return coarse;
    }
    if (places > LONGEST) {
      return coarse.doubting(
          "%d entries lie between two checkpoints that can be trusted, too many to try what was done."
                  .formatted(places)
              + " Export with every=1 and give --key, or keep more checkpoints");
    }
    List<byte[]> leaves = leaves(ground, Conjectures.mostLeaves((int) places));
    Explained explained =
        leaves.size() < places
            ? null
            : new Conjectures(ground, leaves, (int) places, head.root()).find();
    if (explained == null) {
      return coarse.doubting(
          "what stood there before cannot be computed from hashes. An export of this journal that"
              + " was kept from before (--earlier) shows which entry it is; checkpoints that lie"
              + " closer together narrow it");
    }
    String reason = coarse.reason() + ", and " + explained.reason();
    long first = ground.size() + 1 + explained.first();
    return coarse.kind() == Kind.FORKED
        ? Finding.at(Kind.FORKED, first, reason)
        : Finding.between(
            explained.kind(), first, first + explained.last() - explained.first(), reason);
  }

  /**
   * Makes certain that nothing was changed in front of an entry that is visibly wrong, by putting
   * the stretch in order.
   *
   * @param named what is visibly wrong
   * @param head what the stretch should add up to
   */
  public Finding confirm(Finding named, Ground ground, Head head) throws IOException {
    if (head.size() - ground.size() > LONGEST) {
      return unconfirmed(named, ground);
    }
    Repair repair = new Repair(ground, head);
    try (LineReader lines = export.entriesFrom(ground.offset())) {
      repair.read(lines);
    }
    return switch (repair.outcome()) {
      case PLACES_HOLD ->
          Finding.at(Kind.EDITED, named.first(), named.reason() + ", and its leaf hash is right");
      case NUMBERS_HOLD -> named;
      case INCOMPLETE -> unconfirmed(named, ground);
      case SOMETHING_ELSE ->
          Finding.between(
                  Kind.CHANGED,
                  ground.size() + 1,
                  named.first(),
                  "entry %d is wrong (%s), and another one was changed with hashes made to fit"
                      .formatted(named.first(), named.reason()))
              .doubting("that other one may stand before it or behind it");
    };
  }

  /**
   * What is visibly wrong, where no checkpoint tells whether anything in front of it is as well.
   */
  public Finding unconfirmed(Finding named, Ground ground) {
    long front = ground.size() + 1;
    return named.first() == front
        ? named
        : named.doubting(
            "whether one of the entries from %d to %d in front of it was changed, with hashes made to"
                    .formatted(front, named.first() - 1)
                + " fit, cannot be told: no checkpoint stands between");
  }

  private List<byte[]> leaves(Ground ground, int most) throws IOException {
    List<byte[]> leaves = new ArrayList<>();
    Hashes hashes = new Hashes();
    try (LineReader lines = export.entriesFrom(ground.offset())) {
      while (leaves.size() < most && lines.next()) {
        leaves.add(ExportedEntry.parse(lines.line(), hashes).leaf());
      }
    } catch (MalformedLineException _) {
      // What can be read is enough, or it is not.
    }
    return leaves;
  }
}
