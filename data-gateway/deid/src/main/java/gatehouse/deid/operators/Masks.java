package gatehouse.deid.operators;

import gatehouse.deid.finding.Type;

/** Replacements that need no key: stars, and coarser values. */
public final class Masks {
  private Masks() {}

  /** As many stars as code points, at most twelve: the length of a long value tells too much. */
  public static String stars(String surface) {
    return "*".repeat(Math.min(12, surface.codePointCount(0, surface.length())));
  }

  /** An age becomes {@code 90+}, a place its province, a date its year; others their label. */
  public static String generalise(Type type, String surface) {
    return switch (type) {
      case AGE_OVER_89 -> "90+";
      case REGION, ADDRESS -> Provinces.of(surface);
      case DATE, BIRTH_DATE -> year(surface);
      default -> "[" + type.label() + "]";
    };
  }

  private static String year(String surface) {
    ParsedDate date = ParsedDate.of(surface);
    return date == null || date.year() == 0 ? "[DATE]" : date.year() + "年";
  }
}
