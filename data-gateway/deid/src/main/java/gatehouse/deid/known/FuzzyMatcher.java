package gatehouse.deid.known;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.normalise.Glyphs;
import java.util.ArrayList;
import java.util.List;

/**
 * Known values with a slip of the pen: numbers and names in Latin letters of eight characters and
 * more with one edit, names of two and three characters with a homophone, such as 李晓红 for 李小红.
 */
final class FuzzyMatcher {
  private static final int NUMBER = 8;
  private static final int LONG_NAME = 4;

  private final List<String> shortNames = new ArrayList<>();
  private final List<KnownNumber> numbers = new ArrayList<>();

  /** One bit per unit: whether a short name may begin with it or with its sound. */
  private final long[] starts = new long[0x10000 / Long.SIZE];

  private int shortest = Integer.MAX_VALUE;
  private int longest;

  private record KnownNumber(String value, Type type) {}

  FuzzyMatcher(KnownIdentifiers known) {
    known.names().forEach(this::addName);
    known.kin().forEach(this::addName);
    known.phones().forEach(value -> addNumber(value, Type.PHONE));
    known.idNumbers().forEach(value -> addNumber(value, Type.NATIONAL_ID));
    known.recordNumbers().forEach(value -> addNumber(value, Type.RECORD_NUMBER));
    for (KnownNumber number : numbers) {
      shortest = Math.min(shortest, number.value().length() - 1);
      longest = Math.max(longest, number.value().length() + 1);
    }
    for (String name : shortNames) {
      start(name.charAt(0));
      Pinyin.alike(name.charAt(0)).stream()
          .filter(Character::isBmpCodePoint)
          .forEach(point -> start((char) (int) point));
    }
  }

  private void start(char c) {
    starts[c >> 6] |= 1L << c;
  }

  private void addName(String value) {
    String name = SqueezedText.squeeze(value, Reading.NARROW);
    boolean han = !name.isEmpty() && name.chars().allMatch(c -> Glyphs.isHan((char) c));
    if (han && name.length() >= 2 && name.length() < LONG_NAME) {
      shortNames.add(name);
    }
    if (name.length() >= NUMBER && name.chars().allMatch(c -> Glyphs.isLetter((char) c))) {
      numbers.add(new KnownNumber(name, Type.PERSON));
    }
    Pinyin.spellings(name).stream()
        .filter(spelling -> spelling.length() >= NUMBER && spelling.indexOf(',') < 0)
        .forEach(spelling -> numbers.add(new KnownNumber(spelling, Type.PERSON)));
  }

  private void addNumber(String value, Type type) {
    String number = SqueezedText.squeeze(value, Reading.NARROW);
    if (number.length() >= NUMBER) {
      numbers.add(new KnownNumber(number, type));
    }
  }

  void find(SqueezedText text, Findings findings) {
    if (!numbers.isEmpty()) {
      runs(text, findings);
    }
    if (shortNames.isEmpty()) {
      return;
    }
    char[] units = text.units();
    for (int i = 0; i < text.length(); i++) {
      if ((starts[units[i] >> 6] >>> units[i] & 1) == 0) {
        continue;
      }
      for (String name : shortNames) {
        if (fits(text, i, name) && sounds(text, i, name)) {
          add(text, i, i + name.length(), Type.PERSON, findings);
        }
      }
    }
  }

  /** Compares every run of letters and digits with the known numbers. */
  private void runs(SqueezedText text, Findings findings) {
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && Glyphs.isWord(text.units()[end])) {
        end++;
      }
      boolean fits = end - start >= shortest && end - start <= longest;
      for (KnownNumber number : fits ? numbers : List.<KnownNumber>of()) {
        if (Math.abs(end - start - number.value().length()) <= 1
            && OneEdit.is(text.units(), start, end, number.value())) {
          add(text, start, end, number.type(), findings);
        }
      }
      start = Math.max(end, start + 1);
    }
  }

  private static void add(SqueezedText text, int start, int end, Type type, Findings findings) {
    findings.add(type, text.position(start), text.position(end - 1) + 1, 0.8, Stage.KNOWN);
  }

  private static boolean fits(SqueezedText text, int at, String name) {
    return at + name.length() <= text.length();
  }

  /**
   * The same surname, and every other character the same or of the same sound; or only another
   * surname of the same sound, where three characters make chance unlikely.
   */
  private static boolean sounds(SqueezedText text, int at, String name) {
    char first = text.units()[at];
    boolean surname = first == name.charAt(0);
    if (!surname && (name.length() < 3 || !Pinyin.soundAlike(first, name.charAt(0)))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = text.units()[at + i];
      boolean same = c == name.charAt(i);
      if (!same && !(surname && Pinyin.soundAlike(c, name.charAt(i)))) {
        return false;
      }
    }
    return true;
  }
}
