package gatehouse.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.verify.Verdict.Tampered;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand random tamperings of one journal, always the same ones unless {@code -Dseed=} says
 * otherwise: each must be found. Prints how many of each kind were.
 */
class TamperingTest {

  private static final int ROUNDS = 10_000;
  private static final int SIZE = 24;

  private static final SampleKey KEY = SampleKey.generate("gatehouse/stage");
  private static final SampleKey OTHER = SampleKey.generate("gatehouse/stage");
  private static final SampleJournal JOURNAL = SampleJournal.of(SIZE, 10, 7);
  private static final List<String> LINES = JOURNAL.lines(KEY);

  private static final List<VerifierKey> KEYS = List.of(VerifierKey.parse(KEY.verifierKey()));
  private static final List<Checkpoint> WITNESSED =
      List.of(
          Checkpoint.parse(JOURNAL.checkpoint(KEY, 6)),
          Checkpoint.parse(JOURNAL.checkpoint(KEY, SIZE)));

  @TempDir Path folder;

  private final Random random = new Random(Long.getLong("seed", 20261121));

  private enum Way {
    EDIT_BYTE,
    EDIT_CHECKPOINT,
    EDIT_AND_REHASH,
    DROP,
    DROP_AND_RENUMBER,
    DUPLICATE,
    SWAP,
    SWAP_AND_RENUMBER,
    INSERT_AND_RENUMBER,
    TRUNCATE,
    RESIGN,
    FORK
  }

  /**
   * A tampered export.
   *
   * @param place of the first entry that differs; 0 if none does
   * @param keyed whether only a key can show it
   */
  // Compared by its parts only.
  @SuppressWarnings("ArrayRecordComponent")
  private record Tampering(byte[] bytes, int place, boolean keyed) {}

  @Test
  void everyTamperingIsFoundAndNamed() throws Exception {
    Map<Way, Integer> counts = new EnumMap<>(Way.class);
    for (int round = 0; round < ROUNDS; round++) {
      Way way = Way.values()[random.nextInt(Way.values().length)];
      Tampering tampering = tamper(way);
      // A signature takes longer to check than all the rest: not every round, only where it counts.
      boolean keyed = tampering.keyed() || random.nextInt(16) == 0;

      Verdict verdict = replay(tampering.bytes(), keyed);

      assertThat(verdict).as("round %d, %s", round, way).isInstanceOf(Tampered.class);
      Finding found = ((Tampered) verdict).finding();
      if (tampering.place() > 0) {
        assertThat((long) tampering.place())
            .as("round %d, %s, %s", round, way, found)
            .isBetween(found.first(), found.last());
      }
      counts.merge(way, 1, Integer::sum);
    }
    System.out.printf(
        "%,d random tamperings, found and named within their stretch: %,d %s%n",
        ROUNDS, counts.values().stream().mapToInt(Integer::intValue).sum(), counts);
    assertThat(counts).hasSize(Way.values().length);
    assertThat(counts.values()).allMatch(count -> count > ROUNDS / 20);
  }

  private Tampering tamper(Way way) {
    int i = random.nextInt(SIZE);
    return switch (way) {
      case EDIT_BYTE -> editByte(i, i + 1, false);
      case EDIT_CHECKPOINT -> editByte(SIZE + random.nextInt(LINES.size() - SIZE), 0, true);
      case EDIT_AND_REHASH -> rewrite(entries -> change(entries, i), i + 1, KEY, true);
      case DROP -> lines(lines -> lines.remove(i), i + 1);
      case DROP_AND_RENUMBER -> rewrite(entries -> entries.remove(i), i + 1, KEY, true);
      case DUPLICATE -> {
        int to = i + 1 + random.nextInt(SIZE - i);
        yield lines(lines -> lines.add(to, lines.get(i)), to + 1);
      }
      case SWAP -> {
        int other = otherThan(i);
        yield lines(lines -> Collections.swap(lines, i, other), Math.min(i, other) + 1);
      }
      case SWAP_AND_RENUMBER -> {
        int other = otherThan(i);
        int first = Math.min(i, other) + 1;
        yield rewrite(entries -> Collections.swap(entries, i, other), first, KEY, true);
      }
      case INSERT_AND_RENUMBER ->
          rewrite(entries -> entries.add(i, SampleJournal.entry(random, 98)), i + 1, KEY, true);
      case TRUNCATE -> rewrite(entries -> entries.subList(i, SIZE).clear(), i + 1, KEY, false);
      case RESIGN -> rewrite(entries -> change(entries, i), i + 1, OTHER, false);
      case FORK -> rewrite(entries -> change(entries, i), i + 1, KEY, false);
    };
  }

  private int otherThan(int i) {
    return (i + 1 + random.nextInt(SIZE - 1)) % SIZE;
  }

  private void change(List<SampleEntry> entries, int i) {
    entries.set(i, entries.get(i).withBody("{\"n\":" + random.nextInt() + "}"));
  }

  private Tampering editByte(int line, int place, boolean keyed) {
    byte[] bytes = bytes(LINES);
    int start = bytes(LINES.subList(0, line)).length;
    int length = bytes(LINES.subList(line, line + 1)).length;
    bytes[start + random.nextInt(length)] ^= (byte) (1 + random.nextInt(255));
    return new Tampering(bytes, place, keyed);
  }

  private static Tampering lines(Change<String> change, int place) {
    List<String> lines = new ArrayList<>(LINES);
    change.apply(lines);
    return new Tampering(bytes(lines), place, false);
  }

  /** Another history with hashes that fit, signed anew or with what was signed before. */
  private static Tampering rewrite(
      Change<SampleEntry> change, int place, SampleKey key, boolean oldSignatures) {
    List<SampleEntry> entries = new ArrayList<>(JOURNAL.entries());
    change.apply(entries);
    SampleJournal journal = new SampleJournal(entries, JOURNAL.every());
    List<String> lines = oldSignatures ? journal.entryLines() : journal.lines(key);
    if (oldSignatures) {
      lines.addAll(LINES.subList(SIZE, LINES.size()));
    }
    return new Tampering(bytes(lines), place, false);
  }

  private Verdict replay(byte[] bytes, boolean keyed) throws IOException {
    Path file = folder.resolve("export");
    Files.write(file, bytes);
    return new Replay(WITNESSED, keyed ? KEYS : List.of()).run(ExportFile.open(file), at -> {});
  }

  private static byte[] bytes(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(UTF_8);
  }

  /** What is done to a list. */
  private interface Change<T> {
    void apply(List<T> list);
  }
}
