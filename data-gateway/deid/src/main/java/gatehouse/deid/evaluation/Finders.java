package gatehouse.deid.evaluation;

import gatehouse.deid.Context;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.known.KnownIdentifiers;
import gatehouse.deid.placeholders.Placeholders;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;

/** Runs the engine and its rivals over labelled texts. */
final class Finders {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Finders() {}

  /** The engine, with or without the names that a gateway would know. */
  static Scores engine(Deidentifier engine, List<Gold> gold, boolean named) {
    return score(new Scores(), gold, text -> found(engine, text, named ? names(text) : nobody()));
  }

  /** A rival, on what it claims to find. */
  static Scores rival(Rival rival, List<Gold> gold) {
    Scores scores = new Scores(label -> Gold.NAMES.contains(label) == rival.findsNames());
    return score(scores, gold, text -> rival.find(text.text()));
  }

  static Scores score(Scores scores, List<Gold> gold, Function<Gold, List<Span>> finder) {
    gold.forEach(text -> scores.add(text, finder.apply(text)));
    return scores;
  }

  /** What the engine finds in one text. */
  static List<Span> found(Deidentifier engine, Gold text, KnownIdentifiers known) {
    return engine.scan(text.text(), new Context(known, Placeholders.fresh(RANDOM))).stream()
        .map(finding -> new Span(finding.type().name(), finding.start(), finding.end()))
        .toList();
  }

  static KnownIdentifiers nobody() {
    return KnownIdentifiers.none();
  }

  private static KnownIdentifiers names(Gold gold) {
    KnownIdentifiers.Builder known = KnownIdentifiers.builder();
    for (Gold.Label label : gold.labels()) {
      if (label.type().equals("PATIENT_NAME") || label.type().equals("RELATIVE_NAME")) {
        known.name(gold.text().substring(label.start(), label.end()));
      }
    }
    return known.build();
  }
}
