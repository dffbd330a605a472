package gatehouse.deid.known;

import gatehouse.deid.normalise.NormalText;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a phone number that still lead to its owner. */
final class PhoneForms {
  private static final Pattern LANDLINE =
      Pattern.compile(
          "(?:\\+?86)?\\D{0,3}(0(?:10|2\\d|[3-9]\\d{2}))\\D{0,3}(\\d{7,8})(?:\\D+\\d{1,6})?");
  private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");
  private static final int TAIL = 8;

  private PhoneForms() {}

  /** Without country code, area code and extension; the last eight digits of a mobile number. */
  static Set<String> of(String number) {
    NormalText normal = NormalText.of(number);
    String plain = normal.slice(0, normal.length()).strip();
    Set<String> forms = new LinkedHashSet<>();
    Matcher landline = LANDLINE.matcher(plain);
    if (landline.matches()) {
      forms.add(landline.group(1) + landline.group(2));
      forms.add(landline.group(2));
    }
    Matcher mobile = MOBILE.matcher(SqueezedText.squeeze(number, Reading.NARROW));
    if (mobile.matches()) {
      forms.add(mobile.group(1));
      forms.add(mobile.group(1).substring(11 - TAIL));
    }
    return forms;
  }
}
