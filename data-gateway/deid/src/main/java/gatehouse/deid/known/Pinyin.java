package gatehouse.deid.known;

import gatehouse.deid.names.NameCharacters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names in Latin letters, without tones: surname first and last. */
final class Pinyin {
  private static final int MOST_READINGS = 8;
  private static final Map<Integer, List<String>> READINGS = read();

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

  /** Whether two characters share a reading, tones aside. */
  static boolean soundAlike(char one, char other) {
    List<String> readings = READINGS.getOrDefault((int) one, List.of());
    return READINGS.getOrDefault((int) other, List.of()).stream().anyMatch(readings::contains);
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
