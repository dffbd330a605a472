package gatehouse.deid.known;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an address that still lead to its house. */
final class AddressForms {
  /** After these something finer begins that may stand alone. */
  private static final Pattern BORDER = Pattern.compile("[省市区县旗镇乡村路街道巷弄]|小区|花园|苑|号院");

  /** Where the numbers of a house begin: 15幢2单元301室, 2单元301室. */
  private static final Pattern BUILDING = Pattern.compile("\\d+(?=幢|单元)");

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int SHORTEST = 6;
  private static final int FEWEST_DIGITS = 3;
  private static final int FEWEST_ALONE = 5;

  private AddressForms() {}

  /** What to look for in the counted reading: the whole, and every end of it that says enough. */
  static Set<String> counted(String address) {
    String whole = SqueezedText.squeeze(address, Reading.COUNTED);
    Set<String> forms = new LinkedHashSet<>();
    Matcher border = BORDER.matcher(whole);
    forms.add(whole);
    while (border.find()) {
      forms.add(whole.substring(border.end()));
    }
    Matcher building = BUILDING.matcher(whole);
    while (building.find()) {
      forms.add(whole.substring(building.start()));
    }
    List.copyOf(forms).stream()
        .filter(form -> form.endsWith("室"))
        .forEach(form -> forms.add(form.substring(0, form.length() - 1)));
    forms.removeIf(form -> form.length() < SHORTEST || digits(form) < FEWEST_DIGITS);
    return forms;
  }

  /** The numbers alone, as in 15-2-301; empty if they are fewer than three or short. */
  static String numbers(String address) {
    String whole = SqueezedText.squeeze(address, Reading.COUNTED);
    Matcher building = BUILDING.matcher(whole);
    if (!building.find()) {
      return "";
    }
    StringBuilder digits = new StringBuilder();
    Matcher number = NUMBER.matcher(whole.substring(building.start()));
    int count = 0;
    while (number.find()) {
      digits.append(number.group());
      count++;
    }
    return count >= 3 && digits.length() >= FEWEST_ALONE ? digits.toString() : "";
  }

  private static long digits(String form) {
    return form.chars().filter(Character::isDigit).count();
  }
}
