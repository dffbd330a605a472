package gatehouse.deid.known;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.Simplified;
import java.util.ArrayList;
import java.util.List;

/**
 * Known values with a slip of the pen: numbers of eight characters and more and names of four and
 * more with one edit, shorter names with a homophone, such as 李晓红 for 李小红.
 */
final class FuzzyMatcher {
  private static final int NUMBER = 8;
  private static final int LONG_NAME = 4;

  private final List<String> longNames = new ArrayList<>();
  private final List<String> shortNames = new ArrayList<>();
  private final List<KnownNumber> numbers = new ArrayList<>();

  private record KnownNumber(String value, Type type) {}

  FuzzyMatcher(KnownIdentifiers known) {
    known.names().forEach(this::addName);
    known.kin().forEach(this::addName);
    known.phones().forEach(value -> addNumber(value, Type.PHONE));
    known.idNumbers().forEach(value -> addNumber(value, Type.NATIONAL_ID));
    known.recordNumbers().forEach(value -> addNumber(value, Type.RECORD_NUMBER));
  }

  private void addName(String value) {
    String name = Simplified.of(SqueezedText.squeeze(value));
    if (!name.isEmpty() && name.chars().allMatch(c -> Glyphs.isHan((char) c))) {
      if (name.length() >= LONG_NAME) {
        longNames.add(name);
      } else if (name.length() >= 2) {
        shortNames.add(name);
      }
    }
  }

  private void addNumber(String value, Type type) {
    String number = SqueezedText.squeeze(value);
    if (number.length() >= NUMBER) {
      numbers.add(new KnownNumber(number, type));
    }
  }

  void find(SqueezedText text, Findings findings) {
    if (!numbers.isEmpty()) {
      runs(text, findings);
    }
    if (longNames.isEmpty() && shortNames.isEmpty()) {
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      for (String name : longNames) {
        if (fits(text, i, name) && slips(text, i, name) <= 1) {
          add(text, i, i + name.length(), Type.PERSON, findings);
        }
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
      for (KnownNumber number : numbers) {
        if (Math.abs(end - start - number.value().length()) <= 1
            && isOneEdit(text.units(), start, end, number.value())) {
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

  private static int slips(SqueezedText text, int at, String name) {
    int slips = 0;
    for (int i = 0; i < name.length() && slips <= 1; i++) {
      slips += Simplified.of(text.units()[at + i]) == name.charAt(i) ? 0 : 1;
    }
    return slips;
  }

  /** The same surname, and every other character the same or of the same sound. */
  private static boolean sounds(SqueezedText text, int at, String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = Simplified.of(text.units()[at + i]);
      boolean same = c == name.charAt(i);
      if (!same && (i == 0 || !Pinyin.soundAlike(c, name.charAt(i)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether one insertion, deletion, substitution or swap of neighbours makes both equal. */
  private static boolean isOneEdit(char[] units, int start, int end, String value) {
    int from = 0;
    int length = end - start;
    int shortest = Math.min(length, value.length());
    while (from < shortest && units[start + from] == value.charAt(from)) {
      from++;
    }
    int back = 0;
    while (back < shortest - from
        && units[end - 1 - back] == value.charAt(value.length() - 1 - back)) {
      back++;
    }
    int left = length - from - back;
    int right = value.length() - from - back;
    boolean swapped =
        left == 2
            && right == 2
            && units[start + from] == value.charAt(from + 1)
            && units[start + from + 1] == value.charAt(from);
    return (left <= 1 && right <= 1) || swapped;
  }
}
