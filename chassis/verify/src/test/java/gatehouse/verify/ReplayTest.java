package gatehouse.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.verify.Verdict.Tampered;
import gatehouse.verify.Verdict.Verified;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.finding.Finding;
import gatehouse.verify.finding.Finding.Kind;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  private static final SampleKey KEY = SampleKey.generate("gatehouse/stage");
  private static final SampleJournal JOURNAL = SampleJournal.of(20, 8, 1);

  @TempDir Path folder;

  @Test
  void anUntouchedJournalIsVerified() throws Exception {
    Verdict verdict = replay(JOURNAL.lines(KEY), true, 20);

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(verdict.tally().entries()).isEqualTo(20);
    assertThat(verdict.tally().proven()).isEqualTo(20);
    assertThat(verdict.tally().own().signed()).isEqualTo(20);
    assertThat(verdict.tally().plain()).isEqualTo(4);
    assertThat(verdict.tally().erased().count()).isEqualTo(2);
    assertThat(verdict.tally().erased().first()).isEqualTo(7);
  }

  @Test
  void theEmptyJournalIsVerified() throws Exception {
    SampleJournal empty = new SampleJournal(List.of(), 8);

    assertThat(replay(empty, empty.lines(KEY), true, 0)).isInstanceOf(Verified.class);
  }

  @Test
  void anErasedEntryStaysProven() throws Exception {
    List<SampleEntry> entries = new ArrayList<>(JOURNAL.entries());
    SampleJournal ordered = new SampleJournal(ordered(entries, "[3,3],[7,7],[14,14]"), 8);
    entries.set(2, entries.get(2).erase());

    Verdict verdict = replay(ordered, new SampleJournal(entries, 8).lines(KEY), true, 20);

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(verdict.tally().erased().first()).isEqualTo(3);
    assertThat(verdict.tally().erased().unclear()).isZero();
  }

  @Test
  void anErasedEntryThatNoOrderNamesIsFound() throws Exception {
    List<SampleEntry> entries = new ArrayList<>(JOURNAL.entries());
    entries.set(2, entries.get(2).erase());

    Finding found = finding(new SampleJournal(entries, 8).lines(KEY));

    assertThat(found.kind()).isEqualTo(Kind.ERASED);
    assertThat(found.sentence()).isEqualTo("entry 3 was erased without an order");
  }

  @Test
  void anOrderNamesNothingBehindItself() throws Exception {
    List<SampleEntry> entries = new ArrayList<>(JOURNAL.entries());
    ordered(entries, "[1,19]");
    Collections.swap(entries, 19, 9);
    SampleJournal journal = new SampleJournal(entries, 8);

    Verdict verdict = replay(journal, journal.lines(KEY), true, 20);

    assertThat(((Tampered) verdict).finding())
        .matches(found -> found.kind() == Kind.ERASED && found.first() == 14);
  }

  @Test
  void anOrderFromBeforeOrdersNamedAnythingLeavesOpenWhatItMeant() throws Exception {
    List<SampleEntry> entries = new ArrayList<>(JOURNAL.entries());
    entries.set(19, SampleJournal.order(entries.get(19), ""));
    SampleJournal journal = new SampleJournal(entries, 8);

    Verdict verdict = replay(journal, journal.lines(KEY), true, 20);

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(verdict.tally().erased().unclear()).isEqualTo(2);
  }

  @Test
  void anOrderWithoutNumbersBehindOneWithNumbersMeansNothing() throws Exception {
    List<SampleEntry> entries = new ArrayList<>(JOURNAL.entries());
    entries.set(17, SampleJournal.order(entries.get(17), ",\"numbers\":[[7,7]]"));
    entries.set(19, SampleJournal.order(entries.get(19), ""));
    SampleJournal journal = new SampleJournal(entries, 8);

    Verdict verdict = replay(journal, journal.lines(KEY), true, 20);

    assertThat(((Tampered) verdict).finding())
        .matches(found -> found.kind() == Kind.ERASED && found.first() == 14);
  }

  @Test
  void numbersInATextOfAnOrderAreNone() throws Exception {
    List<SampleEntry> entries = new ArrayList<>(JOURNAL.entries());
    String text = ",\"text\":\"x\\\",\\\"numbers\\\":[[1,19]]}}\"";
    entries.set(19, SampleJournal.order(entries.get(19), text));
    SampleJournal journal = new SampleJournal(entries, 8);

    Verdict verdict = replay(journal, journal.lines(KEY), true, 20);

    assertThat(verdict.tally().erased().unclear()).isEqualTo(2);
  }

  @Test
  void anEditedEntryIsNamed() throws Exception {
    List<String> lines = JOURNAL.lines(KEY);
    lines.set(10, JOURNAL.entries().get(10).line(11).replace("thing.changed", "thing.deleted"));

    assertThat(finding(lines)).matches(found -> found.kind() == Kind.EDITED && found.first() == 11);
  }

  @Test
  void aRemovedEntryIsNamed() throws Exception {
    List<String> lines = JOURNAL.lines(KEY);
    lines.subList(4, 7).clear();

    Finding found = finding(lines);

    assertThat(found.kind()).isEqualTo(Kind.REMOVED);
    assertThat(found.first()).isEqualTo(5);
    assertThat(found.last()).isEqualTo(7);
    assertThat(found.sentence()).isEqualTo("entry 5 (and all up to 7) was removed");
  }

  @Test
  void anInsertedEntryIsNamed() throws Exception {
    List<String> lines = JOURNAL.lines(KEY);
    lines.add(12, SampleJournal.entry(new Random(3), 99).line(4));

    assertThat(finding(lines))
        .matches(found -> found.kind() == Kind.INSERTED && found.first() == 13);
  }

  @Test
  void aMovedEntryIsNamed() throws Exception {
    List<String> lines = JOURNAL.lines(KEY);
    Collections.swap(lines, 3, 15);

    assertThat(finding(lines))
        .matches(found -> found.kind() == Kind.REORDERED && found.first() == 4);
  }

  @Test
  void aCutOffEndIsNamed() throws Exception {
    SampleJournal shorter = new SampleJournal(JOURNAL.entries().subList(0, 18), 8);

    Finding found = finding(shorter.lines(KEY));

    assertThat(found.kind()).isEqualTo(Kind.REMOVED);
    assertThat(found.first()).isEqualTo(19);
    assertThat(found.last()).isEqualTo(20);
  }

  @Test
  void aRewrittenHistoryWithOldSignaturesIsNarrowedToTheSignatures() throws Exception {
    List<String> lines = rewritten(11).lines(KEY);
    lines.subList(20, 23).clear();
    lines.addAll(JOURNAL.lines(KEY).subList(20, 23));

    Finding found = finding(lines);

    assertThat(found.kind()).isEqualTo(Kind.CHANGED);
    assertThat(found.first()).isEqualTo(9);
    assertThat(found.last()).isEqualTo(16);
  }

  @Test
  void aHistorySignedTwiceIsAFork() throws Exception {
    Finding found = finding(rewritten(11).lines(KEY), 4, 20);

    assertThat(found.kind()).isEqualTo(Kind.FORKED);
    assertThat(found.first()).isEqualTo(5);
    assertThat(found.last()).isEqualTo(20);
  }

  @Test
  void aForkIsToldEvenIfTheExportHasNoCheckpointOfTheWitnesssSize() throws Exception {
    Finding found = finding(rewritten(11).lines(KEY), 4, 13);

    assertThat(found.kind()).isEqualTo(Kind.FORKED);
    assertThat(found.first()).isEqualTo(5);
    assertThat(found.last()).isEqualTo(13);
  }

  @Test
  void aRewrittenEndBetweenSignaturesIsNoFork() throws Exception {
    List<String> lines = rewritten(11).lines(KEY);
    lines.subList(20, 23).clear();
    lines.addAll(JOURNAL.lines(KEY).subList(20, 23));

    Finding found = finding(lines, 4, 13);

    assertThat(found.kind()).isEqualTo(Kind.CHANGED);
    assertThat(found.first()).isEqualTo(9);
    assertThat(found.last()).isEqualTo(13);
  }

  @Test
  void aHistorySignedWithAnotherKeyIsRefused() throws Exception {
    List<String> lines = JOURNAL.lines(SampleKey.generate("gatehouse/stage"));

    Verdict verdict = replay(lines, true, 20);

    assertThat(verdict).isInstanceOf(Tampered.class);
    assertThat(((Tampered) verdict).finding().kind()).isEqualTo(Kind.CHECKPOINT);
  }

  @Test
  void whatTheWitnessNeverSawCanBeRewrittenUnseen() throws Exception {
    Verdict verdict = replay(rewritten(11).lines(KEY), true, 10);

    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(verdict.tally().proven()).isEqualTo(10);
  }

  @Test
  void anExportWithoutItsLastCheckpointIsRefused() throws Exception {
    List<String> lines = JOURNAL.lines(KEY);
    lines.removeLast();

    assertThat(finding(lines).kind()).isEqualTo(Kind.CHECKPOINT);
  }

  @Test
  void anEntryBehindTheCheckpointsIsRefused() throws Exception {
    List<String> lines = JOURNAL.lines(KEY);
    lines.add(JOURNAL.entries().get(3).line(4));

    assertThat(replay(lines, true, 20)).isInstanceOf(Tampered.class);
  }

  private static List<SampleEntry> ordered(List<SampleEntry> entries, String numbers) {
    entries.set(19, SampleJournal.order(entries.get(19), ",\"numbers\":[" + numbers + "]"));
    return List.copyOf(entries);
  }

  private static SampleJournal rewritten(int place) {
    List<SampleEntry> entries = new ArrayList<>(JOURNAL.entries());
    entries.set(place - 1, entries.get(place - 1).withBody("{}"));
    return new SampleJournal(entries, JOURNAL.every());
  }

  private Finding finding(List<String> lines, int... witnessed) throws IOException {
    int[] sizes = witnessed.length == 0 ? new int[] {20} : witnessed;
    assertThat(replay(lines, false, sizes)).isInstanceOf(Tampered.class);
    return ((Tampered) replay(lines, true, sizes)).finding();
  }

  private Verdict replay(List<String> lines, boolean keyed, int... witnessed) throws IOException {
    return replay(JOURNAL, lines, keyed, witnessed);
  }

  private Verdict replay(
      SampleJournal original, List<String> lines, boolean keyed, int... witnessed)
      throws IOException {
    List<Checkpoint> checkpoints = new ArrayList<>();
    for (int size : witnessed) {
      checkpoints.add(Checkpoint.parse(original.checkpoint(KEY, size)));
    }
    List<VerifierKey> keys = keyed ? List.of(VerifierKey.parse(KEY.verifierKey())) : List.of();
    Path file = folder.resolve("export");
    Files.write(file, lines, UTF_8);
    return new Replay(checkpoints, keys).run(ExportFile.open(file), bytes -> {});
  }
}
