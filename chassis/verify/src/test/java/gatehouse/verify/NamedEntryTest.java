package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.verify.Verdict.Tampered;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.finding.Finding;
import gatehouse.verify.finding.Finding.Kind;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories whose numbers and hashes were made to fit: which entry is named, or why none is. */
class NamedEntryTest {

  /** Signed behind 50, 100, 150 and 200; the witness has kept 60 and 200. */
  private static final SampleJournal JOURNAL = SampleJournal.of(200, 50, 5);

  @TempDir Path folder;

  @Test
  void whatWasInsertedIsNamed() throws Exception {
    Finding found = finding(entries -> entries.addAll(119, SampleJournal.of(3, 1, 9).entries()));

    assertThat(found.sentence()).isEqualTo("entry 120 (and all up to 122) was inserted");
    assertThat(found.reason())
        .isEqualTo(
            "the entries do not add up to the export's checkpoint of size 150, and without it they"
                + " do add up");
    assertThat(found.doubt()).isEmpty();
  }

  @Test
  void whatWasMovedIsNamedWhereverItStandsNow() throws Exception {
    assertThat(finding(entries -> entries.add(139, entries.remove(110))).sentence())
        .isEqualTo("entry 111 was moved");
    assertThat(finding(entries -> entries.add(190, entries.remove(110))).sentence())
        .isEqualTo("entry 111 was moved");
    assertThat(finding(entries -> Collections.swap(entries, 70, 180)).sentence())
        .isEqualTo("entry 71 was moved");
  }

  @Test
  void whatWasMovedThereFromBehindTheCheckpointIsInserted() throws Exception {
    assertThat(finding(entries -> entries.add(70, entries.remove(180))).sentence())
        .isEqualTo("entry 71 was inserted");
  }

  @Test
  void whatWasEditedOrRemovedIsNarrowedAndSaidWhy() throws Exception {
    for (Consumer<List<SampleEntry>> change :
        List.<Consumer<List<SampleEntry>>>of(
            entries -> entries.remove(110), entries -> entries.set(110, other()))) {
      Finding found = finding(change);

      assertThat(found.kind()).isEqualTo(Kind.CHANGED);
      assertThat(found.first()).isEqualTo(101);
      assertThat(found.last()).isEqualTo(150);
      assertThat(found.doubt())
          .contains("what stood there before cannot be computed from hashes", "--earlier");
    }
  }

  @Test
  void aVisibleChangeIsNamedWithTheWordThatAnotherMayStandBeforeIt() throws Exception {
    List<String> lines = JOURNAL.lines(Stage.KEY);
    lines.remove(119);

    Finding found = finding(lines, true);

    assertThat(found.sentence()).isEqualTo("entry 120 was removed");
    assertThat(found.doubt()).contains("one of the entries from 101 to 119 in front of it");
  }

  @Test
  void aHiddenChangeBesideAVisibleOneIsSeen() throws Exception {
    List<SampleEntry> entries = new ArrayList<>(JOURNAL.entries());
    entries.set(110, other());
    List<String> lines = withOldSignatures(entries);
    lines.set(120, lines.get(120).replace("stage.thing.v1", "stage.thing.v2"));

    Finding found = finding(lines, true);

    assertThat(found.kind()).isEqualTo(Kind.CHANGED);
    assertThat(found.first()).isEqualTo(101);
    assertThat(found.last()).isEqualTo(121);
    assertThat(found.reason()).contains("entry 121 is wrong", "another one was changed");
  }

  @Test
  void withoutAKeyAnUnsignedCheckpointAccusesNoEntryThatTheWitnessSaw() throws Exception {
    List<String> lines = JOURNAL.lines(Stage.KEY);
    SampleJournal other = SampleJournal.of(200, 50, 6);
    lines.set(202, other.lines(Stage.KEY).get(202));

    Finding found = finding(lines, false);

    assertThat(found.kind()).isEqualTo(Kind.CHECKPOINT);
    assertThat(found.first()).isEqualTo(150);
    assertThat(found.reason()).contains("although the entries are what the witness saw");
  }

  @Test
  void aVeryLongStretchIsNotSearchedAndSaidSo() throws Exception {
    SampleJournal journal = SampleJournal.of(66_000, 66_000, 1);
    List<SampleEntry> entries = new ArrayList<>(journal.entries());
    entries.add(1, other());
    List<String> lines = new SampleJournal(entries, 66_000).entryLines();
    Replay replay =
        new Replay(List.of(Checkpoint.parse(journal.checkpoint(Stage.KEY, 66_000))), List.of());

    Verdict verdict = replay.run(file(lines), at -> {});

    assertThat(((Tampered) verdict).finding().doubt())
        .startsWith("66000 entries lie between two checkpoints that can be trusted");
  }

  private static SampleEntry other() {
    return SampleJournal.entry(new Random(4), 99);
  }

  private Finding finding(Consumer<List<SampleEntry>> change) throws Exception {
    List<SampleEntry> entries = new ArrayList<>(JOURNAL.entries());
    change.accept(entries);
    return finding(withOldSignatures(entries), true);
  }

  private static List<String> withOldSignatures(List<SampleEntry> entries) {
    List<String> lines = new SampleJournal(entries, 50).entryLines();
    lines.addAll(JOURNAL.lines(Stage.KEY).subList(200, 204));
    return lines;
  }

  private Finding finding(List<String> lines, boolean keyed) throws Exception {
    List<VerifierKey> keys =
        keyed ? List.of(VerifierKey.parse(Stage.KEY.verifierKey())) : List.of();
    Replay replay =
        new Replay(
            JOURNAL.checkpoints(Stage.KEY, List.of(60, 200)).stream()
                .map(Checkpoint::parse)
                .toList(),
            keys);
    return ((Tampered) replay.run(file(lines), at -> {})).finding();
  }

  private ExportFile file(List<String> lines) throws Exception {
    return ExportFile.open(Files.write(folder.resolve("export"), Stage.bytes(lines)));
  }
}
