package gatehouse.consent.scope;

import gatehouse.clauses.Clause;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A category of data, such as {@code NOTES} or {@code IMAGING}. The list is open but for the
 * sensitive ones.
 *
 * @param code upper-case letters, digits and {@code _}
 */
@Clause("E-66")
public record Category(String code) implements Comparable<Category> {
  /** The form of a code, for the edges' own checks. */
  public static final String FORM = "[A-Z][A-Z0-9_]{0,39}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private static final Set<String> SENSITIVE =
      Set.of(
          "GENETIC",
          "HIV_STD",
          "HIV",
          "STD",
          "PSYCHIATRIC",
          "REPRODUCTIVE",
          "BIOMETRIC",
          "MINOR",
          "MINOR_UNDER_14",
          "SENSITIVE");

  public Category {
    if (!PATTERN.matcher(code).matches()) {
      throw new IllegalArgumentException("not a category's code");
    }
  }

  /** Whether it needs an agreement that names it. */
  public boolean isSensitive() {
    return SENSITIVE.contains(code);
  }

  @Override
  public int compareTo(Category other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
