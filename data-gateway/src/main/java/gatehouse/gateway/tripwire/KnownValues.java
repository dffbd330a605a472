package gatehouse.gateway.tripwire;

import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the caller said about the patient, searched with blanks and separators taken out. */
final class KnownValues {
  private static final int SHORTEST = 2;
  private static final int SHORTEST_NUMBER = 4;
  private static final int SHORTEST_TAIL = 5;
  private static final Pattern FINER_PART = Pattern.compile("[省市区县旗镇乡](?=[^省市区县旗镇乡]+$)");

  private final Set<String> needles = new LinkedHashSet<>();

  KnownValues(Collection<String> known) {
    for (String value : known) {
      String needle = squeezed(Folding.fold(value));
      if (saysNothing(needle)) {
        continue;
      }
      needles.add(needle);
      Matcher finer = FINER_PART.matcher(needle);
      if (finer.find() && needle.length() - finer.end() >= SHORTEST_TAIL) {
        needles.add(needle.substring(finer.end()));
      }
    }
  }

  /** Two digits stand in every note; as a record number they would block it for nothing. */
  private static boolean saysNothing(String needle) {
    boolean digits = needle.chars().allMatch(Character::isDigit);
    return needle.codePointCount(0, needle.length()) < (digits ? SHORTEST_NUMBER : SHORTEST);
  }

  void count(String plain, Map<Kind, Integer> counts) {
    if (needles.isEmpty()) {
      return;
    }
    String squeezed = squeezed(plain);
    for (String needle : needles) {
      if (squeezed.contains(needle)) {
        counts.merge(Kind.KNOWN_VALUE, 1, Integer::sum);
      }
    }
  }

  /** Without blanks and the separators that people put into names and numbers. */
  private static String squeezed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '-' || c == '·' || c == '_' || c == '.') {
        continue;
      }
      int digit = Folding.spokenDigit(c);
      out.append(digit >= 0 ? (char) ('0' + digit) : c);
    }
    return out.toString();
  }
}
