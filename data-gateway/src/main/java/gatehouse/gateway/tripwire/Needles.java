package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.Deadline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Strings of two characters and more, all of them looked for in one walk through a text. */
final class Needles {
  private static final int BUCKETS = 1 << 14;

  private final Set<String> all = new LinkedHashSet<>();
  private final BitSet beginnings = new BitSet(BUCKETS);
  private final Map<Integer, List<String>> byBeginning = new HashMap<>();

  void add(String needle) {
    if (all.add(needle)) {
      int begins = pair(needle.charAt(0), needle.charAt(1));
      beginnings.set(bucket(begins));
      byBeginning.computeIfAbsent(begins, _ -> new ArrayList<>()).add(needle);
    }
  }

  void addAll(Collection<String> needles) {
    needles.forEach(this::add);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** How many of them stand in a text. */
  int countIn(String text, Deadline deadline) {
    if (all.isEmpty() || text.length() < 2) {
      return 0;
    }
    Set<String> found = new HashSet<>();
    char last = text.charAt(0);
    for (int i = 1; i < text.length(); i++) {
      deadline.step();
      char c = text.charAt(i);
      int begins = pair(last, c);
      if (beginnings.get(bucket(begins))) {
        for (String needle : byBeginning.getOrDefault(begins, List.of())) {
          if (text.startsWith(needle, i - 1)) {
            found.add(needle);
          }
        }
      }
      last = c;
    }
    return found.size();
  }

  private static int pair(char first, char second) {
    return first << Character.SIZE | second;
  }

  private static int bucket(int pair) {
    return (pair ^ (pair >>> 11)) & (BUCKETS - 1);
  }
}
