package gatehouse.admission.certificate;

import gatehouse.clauses.Clause;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of a registration certificate in the form in force since 2014: 国 or a province, 械注, 准
 * (domestic), 进 (imported) or 许 (Hong Kong, Macao, Taiwan), year of first registration, management
 * class, two digits of the product category, four of the serial number. Only the state registers
 * class III, and everything that is not domestic; only a province registers domestic class II.
 * Source: 医疗器械注册与备案管理办法, article 115.
 */
@Clause("G-18")
public record CertificateNumber(String value) {
  private static final Pattern FORM =
      Pattern.compile("(国|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新])械注([准进许])(20\\d{2})([23])\\d{2}\\d{4}");

  /**
   * @throws IllegalArgumentException when the form is not that of a certificate number
   */
  public CertificateNumber {
    if (!wellFormed(value)) {
      throw new IllegalArgumentException("Not the number of a registration certificate");
    }
  }

  public static boolean wellFormed(String value) {
    Matcher form = FORM.matcher(value);
    if (!form.matches()) {
      return false;
    }
    boolean state = form.group(1).equals("国");
    boolean domestic = form.group(2).equals("准");
    boolean third = form.group(4).equals("3");
    return state ? (third || !domestic) : (domestic && !third);
  }

  /** True when the class digit inside the number is that of the class. */
  public boolean belongsTo(DeviceClass deviceClass) {
    return value.charAt(value.length() - 7) == deviceClass.digit();
  }
}
