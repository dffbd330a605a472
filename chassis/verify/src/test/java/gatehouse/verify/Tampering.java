package gatehouse.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A tampered export.
 *
 * @param place of the first entry that differs; 0 if none does
 * @param promise how exactly it must be named
 */
// Compared by its parts only.
@SuppressWarnings("ArrayRecordComponent")
record Tampering(byte[] bytes, int place, Promise promise) {

  /** How exactly a tampering must be named without an earlier export. */
  enum Promise {
    /** By its number, always. */
    EXACT,
    /** By its number if keys are given, otherwise between two witnessed checkpoints. */
    EXACT_WITH_KEY,
    /** Between two checkpoints that are witnessed or, if keys are given, signed. */
    BETWEEN_CHECKPOINTS,
    /** Between two witnessed checkpoints, because the signatures are not the old ones. */
    BETWEEN_WITNESSED,
    /** By its number, or with the word that something in front of the number may be wrong. */
    EXACT_OR_DOUBTED,
    /** No entry was touched, and only a key shows it. */
    KEY_ONLY
  }

  /** What an attacker does; the later ones make numbers and hashes fit again. */
  enum Way {
    EDIT_BYTE,
    EDIT_CHECKPOINT,
    DROP,
    DUPLICATE,
    SWAP,
    ERASE,
    EDIT_AND_REHASH,
    EDIT_AND_REHASH_THEN_DROP,
    DROP_AND_RENUMBER,
    SWAP_AND_RENUMBER,
    MOVE_AND_RENUMBER,
    INSERT_AND_RENUMBER,
    TRUNCATE,
    RESIGN,
    FORK;

    /** Whether it takes two entries. */
    boolean takesTwo() {
      return switch (this) {
        case SWAP, SWAP_AND_RENUMBER, MOVE_AND_RENUMBER, EDIT_AND_REHASH_THEN_DROP -> true;
        case EDIT_BYTE,
            EDIT_CHECKPOINT,
            DROP,
            DUPLICATE,
            ERASE,
            EDIT_AND_REHASH,
            DROP_AND_RENUMBER,
            INSERT_AND_RENUMBER,
            TRUNCATE,
            RESIGN,
            FORK ->
            false;
      };
    }
  }

  private static final SampleKey OTHER = SampleKey.generate("gatehouse/stage");

  static Tampering of(Stage stage, Way way, Random random) {
    int size = stage.size();
    int i = random.nextInt(size);
    int j = size == 1 ? i : (i + 1 + random.nextInt(size - 1)) % size;
    int first = Math.min(i, j);
    Rewriting rewriting = new Rewriting(stage, random);
    return switch (way) {
      case EDIT_BYTE -> editByte(stage, i, random, i + 1, Promise.EXACT);
      case EDIT_CHECKPOINT ->
          editByte(
              stage,
              size + random.nextInt(stage.lines().size() - size),
              random,
              0,
              Promise.KEY_ONLY);
      case DROP -> lines(stage, lines -> lines.remove(i), i + 1, lost(i, size));
      case DUPLICATE -> {
        int to = i + 1 + random.nextInt(size - i);
        yield lines(stage, lines -> lines.add(to, lines.get(i)), to + 1, Promise.EXACT);
      }
      case SWAP ->
          lines(
              stage,
              lines -> Collections.swap(lines, first, later(i, j)),
              first + 1,
              Promise.EXACT);
      case ERASE -> {
        int at = said(stage, i);
        String line = stage.journal().entries().get(at).erase().line(at + 1);
        yield lines(stage, lines -> lines.set(at, line), at + 1, Promise.EXACT);
      }
      case EDIT_AND_REHASH -> rewriting.edited(i, Promise.BETWEEN_CHECKPOINTS);
      case EDIT_AND_REHASH_THEN_DROP -> rewriting.editedAndDropped(first, later(i, j));
      case DROP_AND_RENUMBER ->
          rewriting.of(entries -> entries.remove(i), i + 1, Promise.BETWEEN_CHECKPOINTS);
      case SWAP_AND_RENUMBER ->
          rewriting.of(
              entries -> Collections.swap(entries, first, later(i, j)), first + 1, Promise.EXACT);
      case MOVE_AND_RENUMBER ->
          rewriting.of(entries -> entries.add(j, entries.remove(i)), first + 1, Promise.EXACT);
      case INSERT_AND_RENUMBER ->
          rewriting.of(
              entries -> entries.add(i, SampleJournal.entry(random, 98)), i + 1, Promise.EXACT);
      case TRUNCATE ->
          rewriting.signed(
              Stage.KEY,
              entries -> entries.subList(i, size).clear(),
              i + 1,
              Promise.EXACT_WITH_KEY);
      case RESIGN -> rewriting.signed(OTHER, rewriting.edit(i), i + 1, Promise.BETWEEN_WITNESSED);
      case FORK -> rewriting.signed(Stage.KEY, rewriting.edit(i), i + 1, Promise.BETWEEN_WITNESSED);
    };
  }

  /** That entry or one in front of it that can be erased. */
  private static int said(Stage stage, int place) {
    SampleEntry entry = stage.journal().entries().get(place);
    boolean isOrder = entry.type().startsWith("gatehouse.journal.");
    return entry.salt() == null || entry.erased() || isOrder ? said(stage, place - 1) : place;
  }

  /** No number behind it tells of the last one. */
  private static Promise lost(int i, int size) {
    return i + 1 == size ? Promise.BETWEEN_CHECKPOINTS : Promise.EXACT;
  }

  private static int later(int i, int j) {
    return Math.max(i, j);
  }

  private static Tampering editByte(
      Stage stage, int line, Random random, int place, Promise promise) {
    byte[] bytes = stage.bytes();
    int start = Stage.bytes(stage.lines().subList(0, line)).length;
    int length = Stage.bytes(stage.lines().subList(line, line + 1)).length;
    bytes[start + random.nextInt(length)] ^= (byte) (1 + random.nextInt(255));
    return new Tampering(bytes, place, promise);
  }

  private static Tampering lines(Stage stage, Change<String> change, int place, Promise promise) {
    List<String> lines = new ArrayList<>(stage.lines());
    change.apply(lines);
    return new Tampering(Stage.bytes(lines), place, promise);
  }

  /** Makes another history with numbers and hashes that fit. */
  private record Rewriting(Stage stage, Random random) {

    /** The old signatures stand behind it. */
    Tampering of(Change<SampleEntry> change, int place, Promise promise) {
      List<String> lines = changed(change).entryLines();
      lines.addAll(stage.lines().subList(stage.size(), stage.lines().size()));
      return new Tampering(Stage.bytes(lines), place, promise);
    }

    Tampering edited(int i, Promise promise) {
      return of(edit(i), i + 1, promise);
    }

    /** The first change does not show, the second does. */
    Tampering editedAndDropped(int i, int dropped) {
      List<String> lines = changed(edit(i)).entryLines();
      lines.addAll(stage.lines().subList(stage.size(), stage.lines().size()));
      lines.remove(dropped);
      return new Tampering(Stage.bytes(lines), i + 1, Promise.EXACT_OR_DOUBTED);
    }

    Tampering signed(SampleKey key, Change<SampleEntry> change, int place, Promise promise) {
      return new Tampering(Stage.bytes(changed(change).lines(key)), place, promise);
    }

    Change<SampleEntry> edit(int i) {
      return entries -> {
        SampleEntry other = SampleJournal.entry(random, i + 1);
        entries.set(i, entries.get(i).erased() ? other : other.withBody("{\"n\":" + i + "}"));
      };
    }

    private SampleJournal changed(Change<SampleEntry> change) {
      List<SampleEntry> entries = new ArrayList<>(stage.journal().entries());
      change.apply(entries);
      return new SampleJournal(entries, stage.journal().every());
    }
  }

  /** What is done to a list. */
  private interface Change<T> {
    void apply(List<T> list);
  }
}
