package gatehouse.deid.lexicon;

import gatehouse.deid.normalise.NormalText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words the engine knows, with what they mean. One for the whole process. */
public final class Lexicon {
  private final Trie<Clue> trie;

  private Lexicon(Trie<Clue> trie) {
    this.trie = trie;
  }

  /** The lexicon of the jar: clues.txt and divisions.txt. */
  public static Lexicon shipped() {
    return Shipped.LEXICON;
  }

  /** All words of a text. */
  public Hits find(NormalText text) {
    Hits hits = new Hits();
    trie.scan(text.units(), text.length(), (clue, start, end) -> hits.add(clue, start, end));
    hits.settle();
    return hits;
  }

  private static final class Shipped {
    static final Lexicon LEXICON = load();

    private static Lexicon load() {
      Map<String, Clue> words = new LinkedHashMap<>();
      read("clues.txt", words);
      read("divisions.txt", words);
      return new Lexicon(Trie.of(words));
    }

    /** Lines {@code CLUE word word …}; Latin words count in lower, upper and title case. */
    private static void read(String resource, Map<String, Clue> words) {
      try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("the jar lacks " + resource);
        }
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.isBlank() && !line.startsWith("#")) {
            readLine(line, words);
          }
        }
      } catch (IOException e) {
        throw new IllegalStateException(resource + " cannot be read", e);
      }
    }

    private static void readLine(String line, Map<String, Clue> words) {
      String[] parts = line.strip().split("\\s+", -1);
      Clue clue = Clue.valueOf(parts[0]);
      for (int i = 1; i < parts.length; i++) {
        String word = parts[i].replace('_', ' ');
        words.putIfAbsent(word, clue);
        String lower = word.toLowerCase(Locale.ROOT);
        if (!lower.equals(word) || !word.toUpperCase(Locale.ROOT).equals(word)) {
          words.putIfAbsent(lower, clue);
          words.putIfAbsent(word.toUpperCase(Locale.ROOT), clue);
          words.putIfAbsent(
              lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1), clue);
        }
      }
    }
  }
}
