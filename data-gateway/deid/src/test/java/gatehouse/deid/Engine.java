package gatehouse.deid;

import gatehouse.deid.finding.Finding;
import gatehouse.deid.finding.Type;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import java.security.SecureRandom;
import java.util.List;

/** One engine for all tests: building it costs more than any test. */
public final class Engine {
  /** For a public model. */
  public static final Deidentifier PUBLIC = Deidentifier.of(Policy.named("public"));

  private static final SecureRandom RANDOM = new SecureRandom();

  private Engine() {}

  /** A session that knows this. */
  public static Context context(KnownIdentifiers known) {
    return new Context(known, Placeholders.fresh(RANDOM));
  }

  /** A session that knows nothing. */
  public static Context unknown() {
    return context(KnownIdentifiers.none());
  }

  /** What was found of a type, as it stands in the text. */
  public static List<String> found(String text, Type type) {
    return PUBLIC.scan(text, unknown()).stream()
        .filter(finding -> finding.type() == type)
        .map(finding -> surface(text, finding))
        .toList();
  }

  /** As it stands in the text. */
  public static String surface(String text, Finding finding) {
    return text.substring(finding.start(), finding.end());
  }

  /** The text with tokens. */
  public static String mask(String text) {
    return PUBLIC.deidentify(text, unknown()).text();
  }
}
