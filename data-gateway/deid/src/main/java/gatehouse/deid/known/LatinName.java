package gatehouse.deid.known;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ways to write a name of several words: in another order, with initials, behind a title. */
final class LatinName {
  private static final int MOST_WORDS = 4;
  private static final int SHORTEST = 5;
  private static final List<String> TITLES =
      List.of("mr", "mrs", "ms", "miss", "mister", "dr", "doctor", "prof", "professor");

  private LatinName() {}

  /** Spellings in lower case without blanks; none for a single word or for more than four. */
  static Set<String> spellings(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.strip().split("[\\s,.·_]+", -1)) {
      if (!word.isEmpty() && SqueezedText.squeeze(word, Reading.NARROW).matches("[a-zA-Z]+")) {
        words.add(SqueezedText.squeeze(word, Reading.NARROW).toLowerCase(Locale.ROOT));
      }
    }
    Set<String> spellings = new LinkedHashSet<>();
    if (words.size() >= 2 && words.size() <= MOST_WORDS) {
      orders(words, new ArrayList<>(), spellings);
      words.forEach(word -> initials(words, word, spellings));
    }
    spellings.removeIf(spelling -> spelling.length() < SHORTEST);
    if (words.size() >= 2 && words.size() <= MOST_WORDS) {
      words.forEach(word -> titles(word, spellings));
    }
    return spellings;
  }

  /** One word whole, the others as initials, before or after it. */
  private static void initials(List<String> words, String whole, Set<String> spellings) {
    StringBuilder letters = new StringBuilder();
    words.stream().filter(word -> !word.equals(whole)).forEach(word -> letters.append(word, 0, 1));
    if (!letters.isEmpty()) {
      spellings.add(letters + whole);
      spellings.add(whole + letters);
      spellings.add(letters.charAt(0) + whole);
      spellings.add(whole + letters.charAt(0));
    }
  }

  /** Mr. Smith: which word is the surname depends on the country. */
  private static void titles(String word, Set<String> spellings) {
    if (word.length() > 1) {
      TITLES.forEach(title -> spellings.add(title + word));
    }
  }

  private static void orders(List<String> left, List<String> taken, Set<String> spellings) {
    if (left.isEmpty()) {
      spellings.add(String.join("", taken));
    }
    for (int i = 0; i < left.size(); i++) {
      List<String> rest = new ArrayList<>(left);
      List<String> more = new ArrayList<>(taken);
      more.add(rest.remove(i));
      orders(rest, more, spellings);
    }
  }
}
