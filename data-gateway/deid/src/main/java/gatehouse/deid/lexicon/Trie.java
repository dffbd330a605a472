package gatehouse.deid.lexicon;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Aho-Corasick automaton over UTF-16 units: finds every word of a set in one pass, whatever the
 * number of words. Built once, then safe for any number of threads.
 *
 * @param <T> what a word means
 */
public final class Trie<T> {
  /** Receives a word's end. */
  public interface Sink<T> {
    /** A word with this meaning stands at {@code start..end}. */
    void hit(T meaning, int start, int end);
  }

  private final long[] keys;
  private final int[] targets;
  private final int mask;
  private final int[] fail;
  private final int[] depth;
  private final List<T> meanings;

  /** One more than the place of the state's word in meanings; 0 if no word ends here. */
  private final int[] mark;

  /** Nearest shorter word that also ends in this state, or 0. */
  private final int[] shorter;

  /** Whether a word begins with two units; spares most looks into the table. */
  private final Starts starts;

  private Trie(List<Map<Character, Integer>> children, List<T> meanings, int[] mark, int[] depth) {
    this.meanings = meanings;
    int states = children.size();
    int capacity = Integer.highestOneBit(Math.max(states, 8)) * 4;
    this.keys = new long[capacity];
    this.targets = new int[capacity];
    this.mask = capacity - 1;
    this.fail = new int[states];
    this.shorter = new int[states];
    this.mark = mark;
    this.depth = depth;
    for (int state = 0; state < states; state++) {
      for (Map.Entry<Character, Integer> edge : children.get(state).entrySet()) {
        put(state, edge.getKey(), edge.getValue());
      }
    }
    this.starts = new Starts(children, mark);
    link(children);
  }

  /** An automaton of words. */
  public static <T> Trie<T> of(Map<String, T> words) {
    List<T> meanings = new ArrayList<>();
    Map<T, Integer> places = new HashMap<>();
    List<Map<Character, Integer>> children = new ArrayList<>();
    List<Integer> marks = new ArrayList<>();
    List<Integer> depths = new ArrayList<>();
    children.add(new HashMap<>());
    marks.add(0);
    depths.add(0);
    for (Map.Entry<String, T> word : words.entrySet()) {
      int state = 0;
      for (int i = 0; i < word.getKey().length(); i++) {
        char c = word.getKey().charAt(i);
        @Nullable Integer next = children.get(state).get(c);
        if (next == null) {
          next = children.size();
          children.get(state).put(c, next);
          children.add(new HashMap<>(2));
          marks.add(0);
          depths.add(i + 1);
        }
        state = next;
      }
      marks.set(
          state,
          places.computeIfAbsent(
              word.getValue(),
              meaning -> {
                meanings.add(meaning);
                return meanings.size();
              }));
    }
    return new Trie<>(
        children,
        List.copyOf(meanings),
        marks.stream().mapToInt(Integer::intValue).toArray(),
        depths.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Reports every word in the first {@code length} units, by position of its end. */
  public void scan(char[] units, int length, Sink<T> sink) {
    int state = 0;
    for (int i = 0; i < length; i++) {
      char c = units[i];
      char next = i + 1 < length ? units[i + 1] : '\0';
      if (state == 0 && !starts.may(c, next)) {
        continue;
      }
      state = step(state, c, next);
      if (state == 0) {
        continue;
      }
      if (mark[state] != 0) {
        sink.hit(meanings.get(mark[state] - 1), i + 1 - depth[state], i + 1);
      }
      for (int s = shorter[state]; s != 0; s = shorter[s]) {
        sink.hit(meanings.get(mark[s] - 1), i + 1 - depth[s], i + 1);
      }
    }
  }

  private int step(int from, char c, char next) {
    int state = from;
    while (state != 0) {
      int target = get(state, c);
      if (target >= 0) {
        return target;
      }
      state = fail[state];
    }
    return starts.may(c, next) ? Math.max(0, get(0, c)) : 0;
  }

  /** The state for the longest beginning of a word that ends in this unit. */
  private int failure(int from, char c) {
    int state = from;
    while (true) {
      int target = get(state, c);
      if (target >= 0 || state == 0) {
        return Math.max(0, target);
      }
      state = fail[state];
    }
  }

  private void link(List<Map<Character, Integer>> children) {
    Deque<Integer> queue = new ArrayDeque<>(children.get(0).values());
    while (!queue.isEmpty()) {
      int state = queue.remove();
      for (Map.Entry<Character, Integer> edge : children.get(state).entrySet()) {
        int target = edge.getValue();
        fail[target] = failure(fail[state], edge.getKey());
        shorter[target] = mark[fail[target]] != 0 ? fail[target] : shorter[fail[target]];
        queue.add(target);
      }
    }
  }

  private void put(int state, char c, int target) {
    long key = key(state, c);
    int slot = slot(key);
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  private int get(int state, char c) {
    long key = key(state, c);
    int slot = slot(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return targets[slot];
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private static long key(int state, char c) {
    return ((long) state << 16 | c) + 1;
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
  }
}
