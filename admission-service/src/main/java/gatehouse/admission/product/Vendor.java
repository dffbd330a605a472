package gatehouse.admission.product;

import java.util.regex.Pattern;

/**
 * A vendor, known by its unified social credit code (统一社会信用代码, GB 32100-2015).
 *
 * <p>Only the form of the code is checked, not its check character: the hospital's own register of
 * vendors is what binds a code to a company.
 */
public record Vendor(String creditCode, String name) {
  private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-Z]{10}");

  public Vendor {
    if (!wellFormed(creditCode)) {
      throw new IllegalArgumentException("Not a unified social credit code");
    }
  }

  public static boolean wellFormed(String creditCode) {
    return FORM.matcher(creditCode).matches();
  }
}
