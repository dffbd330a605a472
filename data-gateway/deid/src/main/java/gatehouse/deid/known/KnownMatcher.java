package gatehouse.deid.known;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Trie;
import gatehouse.deid.normalise.NormalText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds what the caller named, whatever stands between its characters: blanks, hyphens, dots, and
 * in any case and width. Built once per context; linear in the text.
 */
public final class KnownMatcher {
  private static final KnownMatcher NOTHING = new KnownMatcher(KnownIdentifiers.none());

  private final Map<String, Type> words = new LinkedHashMap<>();
  private final Map<String, String> canonical = new HashMap<>();
  private final Trie<Type> trie;
  private final FuzzyMatcher fuzzy;

  KnownMatcher(KnownIdentifiers known) {
    addNames(known.names());
    addNames(known.kin());
    addNumbers(known.phones(), Type.PHONE);
    addNumbers(known.idNumbers(), Type.NATIONAL_ID);
    addNumbers(known.recordNumbers(), Type.RECORD_NUMBER);
    add(known.addresses(), Type.ADDRESS, 3);
    trie = Trie.of(words);
    fuzzy = new FuzzyMatcher(known);
  }

  /** A matcher for what is known; finds nothing if nothing is. */
  public static KnownMatcher of(KnownIdentifiers known) {
    return known.isEmpty() ? NOTHING : known.matcher();
  }

  /** The known name that a spelling, pinyin included, stands for; the spelling itself otherwise. */
  public String canonicalName(String spelling) {
    return canonical.getOrDefault(spelling, spelling);
  }

  /** Adds every place where a known value stands. */
  public void find(NormalText text, Findings findings) {
    if (words.isEmpty()) {
      return;
    }
    SqueezedText squeezed = SqueezedText.of(text);
    fuzzy.find(squeezed, findings);
    trie.scan(
        squeezed.units(),
        squeezed.length(),
        (type, start, end) -> {
          int from = squeezed.position(start);
          int to = squeezed.position(end - 1) + 1;
          if (squeezed.standsAlone(start, end)) {
            findings.add(type, from, to, 1.0, Stage.KNOWN);
          }
        });
  }

  private void addNames(List<String> names) {
    add(names, Type.PERSON, 2);
    for (String name : names) {
      String squeezed = SqueezedText.squeeze(name);
      for (String spelling : Pinyin.spellings(squeezed)) {
        words.putIfAbsent(spelling, Type.PERSON);
        canonical.putIfAbsent(spelling, squeezed);
      }
    }
  }

  private void addNumbers(List<String> numbers, Type type) {
    add(numbers, type, 3);
    for (String number : numbers) {
      String squeezed = SqueezedText.squeeze(number);
      if (type == Type.PHONE && squeezed.startsWith("86") && squeezed.length() == 13) {
        words.putIfAbsent(squeezed.substring(2), type);
      }
    }
  }

  private void add(List<String> values, Type type, int shortest) {
    for (String value : values) {
      String squeezed = SqueezedText.squeeze(value).toLowerCase(Locale.ROOT);
      if (squeezed.length() >= shortest) {
        words.putIfAbsent(squeezed, type);
      }
    }
  }
}
