package gatehouse.deid.names;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Surnames and syllables in pinyin, in lower case. */
final class PinyinWords {
  private static final int LONGEST_SYLLABLE = 6;

  private final Set<String> surnames = new HashSet<>();
  private final Set<String> syllables = new HashSet<>();
  private final Set<String> others = new HashSet<>();

  private PinyinWords(String lines) {
    lines
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> {
          String[] words = line.strip().split(" ", -1);
          Set<String> kind =
              switch (words[0]) {
                case "surname" -> surnames;
                case "syllable" -> syllables;
                default -> others;
              };
          for (int i = 1; i < words.length; i++) {
            kind.add(words[i]);
          }
        });
  }

  /** The words of the jar. */
  static PinyinWords shipped() {
    try (InputStream in = PinyinWords.class.getResourceAsStream("pinyin-names.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks pinyin-names.txt");
      }
      return new PinyinWords(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("pinyin-names.txt cannot be read", e);
    }
  }

  boolean isSurname(String word) {
    return surnames.contains(word);
  }

  /** A herb or a place, written together. */
  boolean isOther(String word) {
    return others.contains(word);
  }

  /** 1 or 2 if the word is made of so many syllables, else 0. */
  int syllables(String word) {
    if (syllables.contains(word)) {
      return 1;
    }
    for (int split = 1; split < word.length() && split <= LONGEST_SYLLABLE; split++) {
      if (syllables.contains(word.substring(0, split))
          && syllables.contains(word.substring(split))) {
        return 2;
      }
    }
    return 0;
  }
}
