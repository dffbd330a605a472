package gatehouse.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.verify.note.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A journal as it was exported before anybody touched it, and what the witness has kept of it: some
 * of its checkpoints, and always the last.
 *
 * @param lines of the untouched export
 * @param witnessed by their sizes
 */
record Stage(SampleJournal journal, List<String> lines, List<Checkpoint> witnessed) {

  static final SampleKey KEY = SampleKey.generate("gatehouse/stage");

  /**
   * A journal.
   *
   * @param every how many entries lie between two of its own checkpoints
   * @param gap how many at most between two that are witnessed
   */
  static Stage of(Random random, int size, int every, int gap) {
    SampleJournal journal = SampleJournal.of(size, every, random.nextLong());
    List<Integer> sizes = new ArrayList<>();
    for (int at = 1 + random.nextInt(gap); at < size; at += 1 + random.nextInt(gap)) {
      sizes.add(at);
    }
    sizes.add(size);
    List<Checkpoint> witnessed =
        journal.checkpoints(KEY, sizes).stream().map(Checkpoint::parse).toList();
    return new Stage(journal, journal.lines(KEY), witnessed);
  }

  int size() {
    return journal.entries().size();
  }

  byte[] bytes() {
    return bytes(lines);
  }

  /** The last entry before the place up to which everything is held fast. */
  long heldBefore(long place, boolean signed) {
    long held = 0;
    for (Checkpoint one : witnessed) {
      held = one.size() < place ? one.size() : held;
    }
    long own = (place - 1) / journal.every() * journal.every();
    return signed ? Math.max(held, own) : held;
  }

  /** The first checkpoint that does not fit any more if the entry at the place is another. */
  long heldBehind(long place, boolean signed) {
    long held = size();
    for (Checkpoint one : witnessed.reversed()) {
      held = one.size() >= place ? one.size() : held;
    }
    long own = (place + journal.every() - 1) / journal.every() * journal.every();
    return signed ? Math.min(held, own) : held;
  }

  static byte[] bytes(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(UTF_8);
  }
}
