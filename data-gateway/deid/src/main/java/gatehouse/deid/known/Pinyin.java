package gatehouse.deid.known;

import gatehouse.deid.names.NameCharacters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names in Latin letters, without tones: surname first and last. */
final class Pinyin {
  private static final int MOST_READINGS = 8;
  private static final Map<Integer, List<String>> READINGS = read();

  /** The characters of each reading. */
  private static final Map<String, List<Integer>> CHARACTERS = new HashMap<>();

  /** Number of a character's first reading; 0 without one. */
  private static final short[] FIRST = new short[0x10000];

  /** Whether a character has more than one reading. */
  private static final boolean[] SEVERAL = new boolean[0x10000];

  static {
    Map<String, Short> numbers = new HashMap<>();
    READINGS.forEach((point, readings) -> {
      readings.forEach(
          reading -> CHARACTERS.computeIfAbsent(reading, r -> new ArrayList<>()).add(point));
      if (point < FIRST.length) {
        FIRST[point] = numbers.computeIfAbsent(readings.get(0), r -> (short) (numbers.size() + 1));
        SEVERAL[point] = readings.size() > 1;
      }
    });
  }

  private Pinyin() {}

  /** The ways to write a Chinese name in pinyin; none if a character has no known reading. */
  static List<String> spellings(String name) {
    List<List<String>> syllables = new ArrayList<>();
    int[] points = name.codePoints().toArray();
    if (points.length < 2 || points.length > 4) {
      return List.of();
    }
    for (int point : points) {
      @Nullable List<String> readings = READINGS.get(point);
      if (readings == null) {
        return List.of();
      }
      syllables.add(readings);
    }
    List<String> spellings = new ArrayList<>();
    add(syllables, 1, spellings);
    if (points.length > 2 && NameCharacters.isCompound(name.charAt(0), name.charAt(1))) {
      add(syllables, 2, spellings);
    }
    return spellings;
  }

  private static void add(List<List<String>> syllables, int split, List<String> spellings) {
    for (String surname : joined(syllables.subList(0, split))) {
      for (String given : joined(syllables.subList(split, syllables.size()))) {
        if (surname.length() + given.length() >= 4) {
          spellings.add(surname + given);
          spellings.add(given + surname);
          spellings.add(given + ',' + surname);
          spellings.add(surname + ',' + given);
        }
      }
    }
  }

  /** The syllables of a name in its likeliest reading; empty if a character has none. */
  static List<String> syllables(String name) {
    List<String> syllables = new ArrayList<>();
    for (int point : name.codePoints().toArray()) {
      List<String> readings = READINGS.getOrDefault(point, List.of());
      if (readings.isEmpty()) {
        return List.of();
      }
      syllables.add(readings.get(0));
    }
    return syllables;
  }

  /** Whether two characters share a reading, tones aside. */
  static boolean soundAlike(char one, char other) {
    if (FIRST[one] == 0 || FIRST[other] == 0 || FIRST[one] == FIRST[other]) {
      return FIRST[one] != 0 && FIRST[one] == FIRST[other];
    }
    return (SEVERAL[one] || SEVERAL[other])
        && !Collections.disjoint(
            READINGS.getOrDefault((int) one, List.of()),
            READINGS.getOrDefault((int) other, List.of()));
  }

  /** The characters that share a reading with this one. */
  static Set<Integer> alike(char c) {
    Set<Integer> alike = new HashSet<>();
    for (String reading : READINGS.getOrDefault((int) c, List.of())) {
      alike.addAll(CHARACTERS.getOrDefault(reading, List.of()));
    }
    return alike;
  }

  private static List<String> joined(List<List<String>> syllables) {
    List<String> all = List.of("");
    for (List<String> readings : syllables) {
      List<String> next = new ArrayList<>();
      for (String head : all) {
        for (String reading : readings) {
          if (next.size() < MOST_READINGS) {
            next.add(head + reading);
          }
        }
      }
      all = next;
    }
    return all;
  }

  /** Lines {@code syllable characters}; a character may stand in several lines. */
  private static Map<Integer, List<String>> read() {
    try (InputStream in = Pinyin.class.getResourceAsStream("pinyin.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks pinyin.txt");
      }
      Map<Integer, List<String>> readings = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> {
            String syllable = line.substring(0, line.indexOf(' '));
            line.substring(line.indexOf(' ') + 1)
                .codePoints()
                .forEach(point ->
                    readings.computeIfAbsent(point, p -> new ArrayList<>(1)).add(syllable));
          });
      return readings;
    } catch (IOException e) {
      throw new IllegalStateException("pinyin.txt cannot be read", e);
    }
  }
}
