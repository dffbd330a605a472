package gatehouse.consent.consent;

import gatehouse.clauses.Clause;
import gatehouse.consent.fact.ConsentForm;
import gatehouse.consent.template.Lint;
import gatehouse.consent.template.Template;
import gatehouse.consent.template.TemplateState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes a yes count: a list of named, pure functions. */
@Clause({"E-30", "E-31", "E-17"})
final class SigningRules {

  /** A rule over a signature on a form, at a time. */
  @FunctionalInterface
  private interface Rule {
    Optional<Shortfall> test(Signing signing, Template template, Instant now);
  }

  private static final List<Rule> RULES =
      List.of(
          SigningRules::signsTheTextThatWasShown,
          SigningRules::acknowledgesEveryMandatoryPart,
          SigningRules::signsVoluntarily,
          SigningRules::choosesForThemselves,
          SigningRules::understands,
          SigningRules::evidenceFitsTheForm,
          SigningRules::speaksOnlyWhereWritingIsImpossible,
          SigningRules::recordingIsNotEmpty,
          SigningRules::spokenYesHasWitness,
          SigningRules::doesNotSignInTheFuture,
          SigningRules::doesNotSignBeforePublication);

  private SigningRules() {}

  /** Everything that is missing; empty when the yes counts. */
  static List<Shortfall> missing(Signing signing, Template template, Instant now) {
    return RULES.stream().flatMap(rule -> rule.test(signing, template, now).stream()).toList();
  }

  private static Optional<Shortfall> signsTheTextThatWasShown(
      Signing signing, Template template, Instant now) {
    return unless(signing.text().equals(template.digest()), Shortfall.TEXT_NOT_THE_ONE_SHOWN);
  }

  private static Optional<Shortfall> acknowledgesEveryMandatoryPart(
      Signing signing, Template template, Instant now) {
    return unless(
        signing.acknowledged().containsAll(Lint.mandatory(template.tier(), template.kind())),
        Shortfall.PART_NOT_ACKNOWLEDGED);
  }

  @Clause("E-30")
  private static Optional<Shortfall> signsVoluntarily(
      Signing signing, Template template, Instant now) {
    return unless(signing.voluntary(), Shortfall.NOT_VOLUNTARY);
  }

  @Clause("E-30")
  private static Optional<Shortfall> choosesForThemselves(
      Signing signing, Template template, Instant now) {
    return unless(!signing.preselected(), Shortfall.PRESELECTED_ANSWER);
  }

  @Clause("E-17")
  private static Optional<Shortfall> understands(Signing signing, Template template, Instant now) {
    boolean answeredAll =
        !template.text().checks().isEmpty()
            && template.text().checks().stream()
                .allMatch(check -> check.accepts(signing.answers().getOrDefault(check.key(), "")));
    return unless(answeredAll || signing.taughtBack(), Shortfall.NOT_UNDERSTOOD);
  }

  private static Optional<Shortfall> evidenceFitsTheForm(
      Signing signing, Template template, Instant now) {
    Evidence.Kind kind = signing.evidence().kind();
    boolean fits =
        switch (signing.form()) {
          case WRITTEN -> kind == Evidence.Kind.SCAN;
          case ELECTRONIC -> kind == Evidence.Kind.SIGNATURE;
          case ORAL -> kind.isRecording();
        };
    return unless(fits, Shortfall.EVIDENCE_DOES_NOT_FIT);
  }

  @Clause("E-31")
  private static Optional<Shortfall> speaksOnlyWhereWritingIsImpossible(
      Signing signing, Template template, Instant now) {
    return unless(
        !isSpoken(signing.form()) || isGiven(signing.writingImpossible()),
        Shortfall.WRITING_NOT_IMPOSSIBLE);
  }

  @Clause("E-31")
  private static Optional<Shortfall> recordingIsNotEmpty(
      Signing signing, Template template, Instant now) {
    Integer seconds = signing.evidence().durationSeconds();
    return unless(
        !isSpoken(signing.form()) || (seconds != null && seconds > 0), Shortfall.RECORDING_EMPTY);
  }

  @Clause("E-31")
  private static Optional<Shortfall> spokenYesHasWitness(
      Signing signing, Template template, Instant now) {
    return unless(
        !isSpoken(signing.form()) || isGiven(signing.witness()), Shortfall.WITNESS_MISSING);
  }

  private static Optional<Shortfall> doesNotSignInTheFuture(
      Signing signing, Template template, Instant now) {
    Instant signedAt = signing.signedAt();
    return unless(signedAt == null || !signedAt.isAfter(now), Shortfall.SIGNED_IN_THE_FUTURE);
  }

  /** A late entry is taken, but nobody signed a text that was not there. */
  @Clause("E-32")
  private static Optional<Shortfall> doesNotSignBeforePublication(
      Signing signing, Template template, Instant now) {
    Instant signedAt = signing.signedAt();
    Instant published =
        switch (template.state()) {
          case TemplateState.Published it -> it.since();
          case TemplateState.Superseded it -> it.published().since();
          case TemplateState.Retired it -> it.published().since();
          case TemplateState.Draft _, TemplateState.Linted _ -> Instant.MAX;
        };
    return unless(
        signedAt == null || !signedAt.isBefore(published), Shortfall.SIGNED_BEFORE_PUBLICATION);
  }

  private static boolean isSpoken(ConsentForm form) {
    return switch (form) {
      case ORAL -> true;
      case WRITTEN, ELECTRONIC -> false;
    };
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static Optional<Shortfall> unless(boolean holds, Shortfall shortfall) {
    return holds ? Optional.empty() : Optional.of(shortfall);
  }
}
