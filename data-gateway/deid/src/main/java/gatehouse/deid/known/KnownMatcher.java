package gatehouse.deid.known;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Trie;
import gatehouse.deid.names.NameCharacters;
import gatehouse.deid.names.StopWords;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds what the caller named, whatever stands between its characters: blanks, hyphens, dots, and
 * in any case and width. Built once per context; linear in the text.
 */
public final class KnownMatcher {
  private static final KnownMatcher NOTHING = new KnownMatcher(KnownIdentifiers.none());

  private static final int FEW = 7;

  private final Map<String, Type> words = new LinkedHashMap<>();
  private final Map<String, String> canonical = new HashMap<>();

  /** Given names alone: less sure than the whole. */
  private final Set<String> parts = new HashSet<>();

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
    String known = canonical.get(spelling);
    if (known == null && !canonical.isEmpty()) {
      NormalText text = NormalText.of(spelling);
      String wide = SqueezedText.wide(text).toString();
      String toneless = SqueezedText.toneless(text).toString();
      known = canonical.getOrDefault(wide, canonical.get(toneless));
    }
    return known == null ? spelling : known;
  }

  /** Adds every place where a known value stands. */
  public void find(NormalText text, Findings findings) {
    if (words.isEmpty()) {
      return;
    }
    SqueezedText narrow = SqueezedText.of(text);
    fuzzy.find(narrow, findings);
    scan(narrow, false, findings);
    scan(SqueezedText.wide(text), true, findings);
    scan(SqueezedText.toneless(text), true, findings);
  }

  /** Over wide gaps a number of a few digits is rather a row of values. */
  private void scan(SqueezedText squeezed, boolean wide, Findings findings) {
    trie.scan(
        squeezed.units(),
        squeezed.length(),
        (type, start, end) -> {
          int from = squeezed.position(start);
          int to = squeezed.last(end - 1) + 1;
          boolean few = wide && type != Type.PERSON && end - start < FEW;
          if (!few && squeezed.standsAlone(start, end)) {
            String word = squeezed.slice(start, end);
            boolean part = type == Type.PERSON && parts.contains(word);
            findings.add(type, from, to, part ? 0.8 : 1.0, part ? Stage.PROPAGATION : Stage.KNOWN);
          }
        });
  }

  private void addNames(List<String> names) {
    add(names, Type.PERSON, 2);
    for (String name : names) {
      String squeezed = SqueezedText.squeeze(name);
      canonical.putIfAbsent(squeezed.toLowerCase(Locale.ROOT), squeezed);
      addGiven(squeezed);
      Set<String> spellings = new LinkedHashSet<>(Pinyin.spellings(squeezed));
      spellings.addAll(LatinName.spellings(name));
      for (String spelling : spellings) {
        words.putIfAbsent(spelling, Type.PERSON);
        canonical.putIfAbsent(spelling, squeezed);
      }
    }
  }

  /** 明月 of 欧阳明月: the caller named this person, so two characters are enough to hide. */
  private void addGiven(String name) {
    boolean han = name.chars().allMatch(c -> Glyphs.isHan((char) c));
    int surname =
        name.length() == 4 && NameCharacters.isCompound(name.charAt(0), name.charAt(1)) ? 2 : 1;
    String given = han && name.length() == surname + 2 ? name.substring(surname) : "";
    if (!given.isEmpty()
        && !StopWords.isWord(given)
        && words.putIfAbsent(given, Type.PERSON) == null) {
      parts.add(given);
      canonical.putIfAbsent(given, name);
    }
  }

  private void addNumbers(List<String> numbers, Type type) {
    add(numbers, type, 3);
    for (String number : numbers) {
      if (type == Type.PHONE) {
        PhoneForms.of(number).forEach(form -> words.putIfAbsent(form, type));
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
