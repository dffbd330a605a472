package gatehouse.deid;

import gatehouse.deid.finding.Type;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.operators.Keyring;
import gatehouse.deid.operators.Masks;
import gatehouse.deid.operators.ParsedDate;
import gatehouse.deid.operators.Pseudonyms;
import gatehouse.deid.policy.Policy;
import gatehouse.deid.policy.Treatment;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out what the policy says for one finding. */
final class Treatments {
  private static final Set<Treatment> KEYED =
      Set.of(
          Treatment.PSEUDONYM,
          Treatment.FORMAT_PRESERVING,
          Treatment.SURROGATE,
          Treatment.DATE_SHIFT);

  private final Policy policy;
  private final @Nullable Pseudonyms pseudonyms;

  Treatments(Policy policy, @Nullable Keyring keys) {
    boolean keyed = policy.treatments().values().stream().anyMatch(KEYED::contains);
    if (keyed && keys == null) {
      throw new IllegalArgumentException("policy " + policy.name() + " needs keys");
    }
    if (policy.treatments().containsValue(Treatment.FORMAT_PRESERVING)) {
      Pseudonyms.demandFormatPreserving();
    }
    this.policy = policy;
    this.pseudonyms = keys == null ? null : new Pseudonyms(keys);
  }

  /** What stands in the text for a value. */
  String replacement(Type type, String surface, String canonical, Context context) {
    return switch (policy.treatment(type)) {
      case KEEP -> surface;
      case PLACEHOLDER -> context.session().token(type, canonical, surface);
      case DATE_TOKEN -> dateToken(type, surface, canonical, context);
      case MASK -> Masks.stars(surface);
      case GENERALISE -> Masks.generalise(type, surface);
      case PSEUDONYM -> keyed().pseudonym(type, canonical);
      case SURROGATE -> keyed().surrogate(type, canonical);
      case FORMAT_PRESERVING -> keyed().formatPreserved(type, surface, canonical);
      case DATE_SHIFT -> shifted(type, surface, context);
      case REDACT -> '[' + type.label() + ']';
      case REFUSE -> "";
    };
  }

  /** A value without its spelling: two spellings of one value are one value. */
  static String canonical(String surface) {
    NormalText normal = NormalText.of(surface);
    StringBuilder canonical = new StringBuilder(normal.length());
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.at(i);
      if (!Character.isWhitespace(c) && "-_.\u00B7()".indexOf(c) < 0) {
        canonical.append(c);
      }
    }
    return canonical.toString().toLowerCase(Locale.ROOT);
  }

  private static String dateToken(Type type, String surface, String canonical, Context context) {
    ParsedDate date = ParsedDate.of(surface);
    if (date != null) {
      String day = surface.substring(0, date.length());
      String token = context.session().dateToken(date, day);
      if (token != null) {
        return token + surface.substring(date.length());
      }
    }
    return context.session().token(type, canonical, surface);
  }

  private String shifted(Type type, String surface, Context context) {
    ParsedDate date = ParsedDate.of(surface);
    LocalDate day = date == null ? null : date.near(null);
    if (date == null || day == null) {
      return '[' + type.label() + ']';
    }
    return date.style().write(keyed().shift(day, context.subject()))
        + surface.substring(date.length());
  }

  private Pseudonyms keyed() {
    if (pseudonyms == null) {
      throw new IllegalStateException("checked in the constructor");
    }
    return pseudonyms;
  }
}
