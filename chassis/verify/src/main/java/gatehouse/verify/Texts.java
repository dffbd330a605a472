package gatehouse.verify;

import gatehouse.verify.Verdict.Erased;
import gatehouse.verify.Verdict.Tally;
import gatehouse.verify.Verdict.Tampered;
import gatehouse.verify.Verdict.Verified;
import gatehouse.verify.finding.Finding;
import gatehouse.verify.note.Checkpoint;
import java.io.PrintStream;
import java.util.List;

/** What a person reads. */
final class Texts {

  static final String HELP =
      """
      Verifies what a Gatehouse service says it did, offline and without its code.

        verify EXPORT --checkpoint FILE [--key KEYFILE] [--earlier EARLIER]
            Replays an exported journal against checkpoints that somebody else has kept, and names
            the first entry that was edited, removed, inserted, moved or forked.
        verify inclusion PROOF --checkpoint FILE [--key KEYFILE] [--entry ENTRYFILE]
            Verifies that one entry stands in the journal that the checkpoint speaks of.
        verify consistency PROOF --from FILE --checkpoint FILE [--key KEYFILE]
            Verifies that a later checkpoint continues an earlier one.

      EXPORT     the answer of GET /v1/journal/export, as it came
      EARLIER    an export of the same journal that was kept from before, from wherever: as far as it
                 adds up to the witness it shows which entry was changed.
      PROOF      the answer of GET /v1/journal/proofs/inclusion or .../consistency, as it came
      ENTRYFILE  one line of an export
      FILE       the witness: one or several checkpoints, one behind the other, that were fetched
                 earlier (GET /v1/journal/checkpoint) and kept where the service cannot reach them.
                 The more of them, the narrower the place that can be named.
      KEYFILE    the journal's verifier keys, one a line (name+id+key), from whoever holds the
                 signing key; never from the export or its database. Without it no signature is
                 checked.

      What cannot be told: whatever lies behind the last witnessed checkpoint rests on the journal's
      own signature, and whoever holds the signing key could have rewritten or cut it unseen. Which
      entry was edited or removed, once all numbers and hashes were made to fit again, for what
      stood there cannot be computed: then the checkpoints before and behind it are named, and with
      --earlier the entry. (One that was inserted or moved is named without.) What an erased entry
      said; whether the order that names it was right to. That a checkpoint is missing between two
      others of the export: exports are thinned, and the entries are held by the next one.

      Exit codes
        0  verified
        1  tampered: something differs, or is missing
        2  wrong usage
        3  a file cannot be read, the witness is not signed with the key, or it is of another
           journal: nothing was verified
      """;

  private final PrintStream out;
  private final List<Checkpoint> witnessed;
  private final boolean keyed;

  Texts(PrintStream out, List<Checkpoint> witnessed, boolean keyed) {
    this.out = out;
    this.witnessed = witnessed;
    this.keyed = keyed;
  }

  void print(Verified verified) {
    Tally tally = verified.tally();
    out.printf(
        "VERIFIED: %d entries of %s are what the witness saw.%n",
        tally.proven(), witnessed.getFirst().origin());
    long rest = tally.entries() - tally.proven();
    if (rest > 0) {
      out.printf(
          keyed
              ? "The %d entries behind them rest on the journal's own signature only.%n"
              : "The %d entries behind them are not proven at all: no witness, no key.%n",
          rest);
    }
    limits(tally);
    out.println(
        "Next: keep the newest checkpoint where the service cannot reach it, as the next witness.");
  }

  void print(Tampered tampered) {
    Finding finding = tampered.finding();
    Tally tally = tampered.tally();
    out.println("NOT VERIFIED: " + finding.sentence() + '.');
    out.println("It shows in this: " + finding.reason() + '.');
    if (!finding.doubt().isEmpty()) {
      out.println("What is left open: " + finding.doubt() + '.');
    }
    out.printf("Up to entry %d everything is what the witness saw.%n", tally.proven());
    if (tally.own().signed() > tally.proven() && finding.kind() != Finding.Kind.FORKED) {
      out.printf(
          "Up to entry %d everything is what the journal's key signed.%n", tally.own().signed());
    }
    limits(tally);
    out.println(
        "Next: keep export, checkpoints and database as they are, export once more to rule out a"
            + " broken transfer, and call whoever holds the signing key.");
  }

  private void limits(Tally tally) {
    if (!keyed) {
      out.printf(
          "No signature was checked: no --key was given. The export's own %d checkpoints, and any"
              + " that were taken out of it, show nothing then.%n",
          tally.own().count());
    }
    Erased erased = tally.erased();
    if (erased.count() > 0) {
      out.printf(
          "%d entries were erased, the first is %d: place and commitment are proven, what they said"
              + " is gone.%n",
          erased.count(), erased.first());
    }
    if (erased.unclear() > 0) {
      out.printf(
          "Of these %d are named by no order, and stand in front of orders from before orders named"
              + " anything: ask for each.%n",
          erased.unclear());
    }
    if (tally.plain() > 0) {
      out.printf("%d entries are of format 1 and cannot be erased.%n", tally.plain());
    }
  }
}
