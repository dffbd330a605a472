package gatehouse.consent.consent.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.consent.consent.Consent;
import gatehouse.consent.consent.ConsentState;
import gatehouse.consent.consent.ConsentState.Active;
import gatehouse.consent.template.Lint;
import gatehouse.consent.template.Template;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consent as it goes out; with the form only when it is presented. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentView(
    UUID consentId,
    String subjectRef,
    UUID scopeId,
    int scopeVersion,
    String application,
    String purpose,
    String state,
    long version,
    String textDigest,
    Instant presentedAt,
    Instant since,
    @Nullable Instant endsAt,
    @Nullable FormView form) {

  /** The form to show: its text, what must be acknowledged, and the questions. */
  record FormView(String text, List<String> acknowledge, List<CheckView> checks) {}

  /** A question of understanding, without the right answer. */
  record CheckView(String key, String zh, String en, List<ChoiceView> choices) {}

  /** A possible answer. */
  record ChoiceView(String key, String zh, String en) {}

  static ConsentView of(Consent consent, Instant now) {
    return of(consent, now, null);
  }

  static ConsentView of(Consent consent, Instant now, @Nullable Template template) {
    ConsentState state = consent.stateAt(now);
    return new ConsentView(
        consent.id(),
        consent.subject().value(),
        consent.scopeId(),
        consent.scopeVersion(),
        consent.atom().application().value(),
        consent.atom().purpose().name(),
        state.name(),
        consent.version(),
        consent.text().value(),
        consent.presentedAt(),
        state.since(),
        state instanceof Active active ? active.endsAt() : null,
        template == null ? null : form(template));
  }

  private static FormView form(Template template) {
    return new FormView(
        template.text().canonical(),
        Lint.mandatory(template.tier(), template.kind()).stream().map(Enum::name).toList(),
        template.text().checks().stream()
            .map(check ->
                new CheckView(
                    check.key(),
                    check.question().zh(),
                    check.question().en(),
                    check.choices().stream()
                        .map(choice ->
                            new ChoiceView(
                                choice.key(), choice.wording().zh(), choice.wording().en()))
                        .toList()))
            .toList());
  }
}
