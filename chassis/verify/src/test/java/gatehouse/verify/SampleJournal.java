package gatehouse.verify;

import gatehouse.verify.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A journal in the tests: entries, and where it is signed. */
record SampleJournal(List<SampleEntry> entries, int every) {

  /** Entries of all kinds, always the same for a seed; the last one orders what is erased. */
  static SampleJournal of(int size, int every, long seed) {
    Random random = new Random(seed);
    List<SampleEntry> entries = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      entries.add(entry(random, i));
    }
    if (size > 6) {
      String numbers =
          IntStream.rangeClosed(1, size - 1)
              .filter(i -> entries.get(i - 1).erased())
              .mapToObj(i -> "[%d,%d]".formatted(i, i))
              .collect(Collectors.joining(","));
      entries.set(size - 1, order(entries.get(size - 1), ",\"numbers\":[%s]".formatted(numbers)));
    }
    return new SampleJournal(entries, every);
  }

  /**
   * An order to erase in the place of the entry.
   *
   * @param numbers the last member of its data with the comma before it, or nothing
   */
  static SampleEntry order(SampleEntry instead, String numbers) {
    return new SampleEntry(
        instead.id(),
        "gatehouse.journal.erasure.ordered.v1",
        null,
        instead.requestId(),
        instead.salt(),
        "{\"aggregateId\":\"erasure/5a\",\"data\":{\"reference\":\"2026/17\"%s}}"
            .formatted(numbers),
        false);
  }

  static SampleEntry entry(Random random, int number) {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    SampleEntry entry =
        new SampleEntry(
            new UUID(random.nextLong(), random.nextLong()),
            "gatehouse.stage.thing.changed.v1",
            number % 3 == 0 ? null : "stage.thing.v1",
            number % 4 == 0 ? null : "request-" + number,
            number % 5 == 0 ? null : salt,
            "{\"aggregateId\":\"thing-%d\",\"data\":{\"n\":%d}}".formatted(number, number),
            false);
    return number % 7 == 0 && number % 5 != 0 ? entry.erase() : entry;
  }

  /** The lines of its export, signed with the key. */
  List<String> lines(SampleKey key) {
    List<String> lines = new ArrayList<>();
    List<String> checkpoints = new ArrayList<>();
    Tree tree = new Tree();
    for (SampleEntry entry : entries) {
      tree.add(entry.leaf());
      lines.add(entry.line(tree.size()));
      if (tree.size() % every == 0 || tree.size() == entries.size()) {
        String note = key.checkpoint(tree.size(), tree.root());
        checkpoints.add("{\"checkpoint\":\"" + note.replace("\n", "\\n") + "\"}");
      }
    }
    lines.addAll(checkpoints);
    return lines;
  }

  /** The lines of its entries alone. */
  List<String> entryLines() {
    List<String> lines = new ArrayList<>();
    entries.forEach(entry -> lines.add(entry.line(lines.size() + 1)));
    return lines;
  }

  /** The checkpoint of that size. */
  String checkpoint(SampleKey key, int size) {
    return checkpoints(key, List.of(size)).getFirst();
  }

  /** The checkpoints of those sizes, which grow. */
  List<String> checkpoints(SampleKey key, List<Integer> sizes) {
    List<String> checkpoints = new ArrayList<>();
    Tree tree = new Tree();
    for (int size : sizes) {
      entries.subList((int) tree.size(), size).forEach(entry -> tree.add(entry.leaf()));
      checkpoints.add(key.checkpoint(size, tree.root()));
    }
    return checkpoints;
  }
}
