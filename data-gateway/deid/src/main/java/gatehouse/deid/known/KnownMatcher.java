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
  private static final int LONG = 4;

  private final Map<String, Type> words = new LinkedHashMap<>();
  private final Map<String, String> canonical = new HashMap<>();

  /** Given names alone: less sure than the whole. */
  private final Set<String> parts = new HashSet<>();

  /** Addresses and numbers with numerals as digits. */
  private final Map<String, Type> counted = new LinkedHashMap<>();

  private final Trie<Type> trie;
  private final Trie<Type> countedTrie;
  private final NearMatcher near;
  private final FuzzyMatcher fuzzy;
  private final boolean latin;

  KnownMatcher(KnownIdentifiers known) {
    addNames(known.names());
    addNames(known.kin());
    addNumbers(known.phones(), Type.PHONE);
    addNumbers(known.idNumbers(), Type.NATIONAL_ID);
    addNumbers(known.recordNumbers(), Type.RECORD_NUMBER);
    addAddresses(known.addresses());
    trie = Trie.of(words);
    countedTrie = Trie.of(counted);
    near = NearMatcher.of(longOnes(known));
    fuzzy = new FuzzyMatcher(known);
    latin = words.keySet().stream().anyMatch(word -> Glyphs.isLetter(word.charAt(0)));
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
      String wide = SqueezedText.of(text, Reading.WIDE).toString();
      String toneless = SqueezedText.of(text, Reading.TONELESS).toString();
      known = canonical.getOrDefault(wide, canonical.get(toneless));
    }
    return known == null ? spelling : known;
  }

  /** Adds every place where a known value stands. */
  public void find(NormalText text, Findings findings) {
    if (words.isEmpty()) {
      return;
    }
    SqueezedText narrow = SqueezedText.of(text, Reading.NARROW);
    fuzzy.find(narrow, findings);
    scan(trie, narrow, false, findings);
    SqueezedText wide = SqueezedText.of(text, Reading.WIDE);
    scan(trie, wide, true, findings);
    if (!near.isEmpty()) {
      near.find(wide, findings);
    }
    if (latin && wide.hasTones()) {
      scan(trie, SqueezedText.of(text, Reading.TONELESS), true, findings);
    }
    if (wide.hasKeys()) {
      scan(trie, SqueezedText.of(text, Reading.VALUES), true, findings);
    }
    if (!counted.isEmpty() && (wide.hasHouses() || wide.hasNumerals())) {
      scan(countedTrie, SqueezedText.of(text, Reading.COUNTED), true, findings);
    }
  }

  /** Over wide gaps a number of a few digits is rather a row of values. */
  private void scan(Trie<Type> values, SqueezedText squeezed, boolean wide, Findings findings) {
    values.scan(
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
      String squeezed = SqueezedText.squeeze(name, Reading.NARROW);
      canonical.putIfAbsent(squeezed.toLowerCase(Locale.ROOT), squeezed);
      addGiven(squeezed);
      Set<String> spellings = new LinkedHashSet<>(Pinyin.spellings(squeezed));
      spellings.addAll(LatinName.spellings(name));
      Transcriptions.of(squeezed).stream()
          .map(spelling -> SqueezedText.squeeze(spelling, Reading.NARROW))
          .forEach(spellings::add);
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

  private void addAddresses(List<String> addresses) {
    add(addresses, Type.ADDRESS, 3);
    for (String address : addresses) {
      AddressForms.counted(address).forEach(form -> counted.putIfAbsent(form, Type.ADDRESS));
      String numbers = AddressForms.numbers(address);
      if (!numbers.isEmpty()) {
        words.putIfAbsent(numbers, Type.ADDRESS);
      }
    }
  }

  /** Names of four characters and more, and addresses: what one slip does not hide. */
  private static Map<String, Type> longOnes(KnownIdentifiers known) {
    Map<String, Type> values = new LinkedHashMap<>();
    for (List<String> names : List.of(known.names(), known.kin())) {
      for (String name : names) {
        String squeezed = SqueezedText.squeeze(name, Reading.WIDE);
        if (squeezed.length() >= LONG && squeezed.chars().allMatch(c -> Glyphs.isHan((char) c))) {
          values.put(squeezed, Type.PERSON);
        }
      }
    }
    for (String address : known.addresses()) {
      String squeezed = SqueezedText.squeeze(address, Reading.WIDE);
      if (squeezed.length() >= 2 * LONG) {
        values.put(squeezed, Type.ADDRESS);
      }
    }
    return values;
  }

  private void addNumbers(List<String> numbers, Type type) {
    add(numbers, type, 3);
    for (String number : numbers) {
      String unpadded = number.replaceFirst("^0+(?=\\d{5})", "");
      words.putIfAbsent(
          SqueezedText.squeeze(unpadded, Reading.NARROW).toLowerCase(Locale.ROOT), type);
      String digits = SqueezedText.squeeze(number, Reading.COUNTED);
      if (digits.length() >= FEW && digits.chars().allMatch(c -> Glyphs.isDigit((char) c))) {
        counted.putIfAbsent(digits, type);
      }
      if (type == Type.PHONE) {
        PhoneForms.of(number).forEach(form -> words.putIfAbsent(form, type));
      }
    }
  }

  private void add(List<String> values, Type type, int shortest) {
    for (String value : values) {
      String squeezed = SqueezedText.squeeze(value, Reading.NARROW).toLowerCase(Locale.ROOT);
      if (squeezed.length() >= shortest) {
        words.putIfAbsent(squeezed, type);
      }
    }
  }
}
