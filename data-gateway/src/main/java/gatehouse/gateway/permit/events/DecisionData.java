package gatehouse.gateway.permit.events;

import gatehouse.gateway.minimum.FieldPolicy;
import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.PermitDecision.Permitted;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.PermitRecord;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.process.ThisProcess;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the journal says of a decision: references and codes, no word of a caller's own. */
@ApplicationScoped
class DecisionData {
  private static final String OTHER = "OTHER";

  private final Pseudonyms pseudonyms;
  private final FieldPolicy words;
  private final ThisProcess process;

  DecisionData(Pseudonyms pseudonyms, FieldPolicy words, ThisProcess process) {
    this.pseudonyms = pseudonyms;
    this.words = words;
    this.process = process;
  }

  PermitDecided of(PermitRecord decided) {
    PermitQuestion question = decided.question();
    return switch (decided.decision()) {
      case Permitted permitted ->
          data(decided, question, permitted.application(), permitted.obligations(), List.of());
      case Denied denied ->
          data(
              decided,
              question,
              denied.application(),
              denied.obligations(),
              denied.reasons().stream().map(Refusal::code).toList());
    };
  }

  private PermitDecided data(
      PermitRecord decided,
      PermitQuestion question,
      @Nullable ApplicationFacts facts,
      List<String> obligations,
      List<String> reasons) {
    return new PermitDecided(
        decided.id().toString(),
        reasons.isEmpty() ? "PERMIT" : "DENY",
        question.application(),
        facts == null ? null : facts.tier().name(),
        question.productDigest() != null
            ? question.productDigest()
            : facts == null ? null : facts.digest(),
        question.subject() == null ? null : question.subject().value(),
        reference("encounter", question.encounter()),
        reference("user", question.user()),
        words.knowsPurpose(question.purpose()) ? question.purpose() : OTHER,
        known(question.categories()),
        reasons,
        obligations,
        decided.decision() instanceof Permitted permitted ? permitted.consentId() : null,
        decided.expiresAt() == null ? null : decided.expiresAt().toString(),
        sent(decided.sent()));
  }

  /** A caller's own words may name somebody: only those of the policy are written down. */
  private SortedSet<String> known(SortedSet<String> categories) {
    return categories.stream()
        .map(category -> words.knowsCategory(category) ? category : OTHER)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private @Nullable String reference(String issuer, @Nullable String id) {
    return id == null ? null : pseudonyms.of(issuer, id).value();
  }

  private PermitDecided.@Nullable Sent sent(PermitRecord.@Nullable Sent sent) {
    return sent == null
        ? null
        : new PermitDecided.Sent(
            sent.deployment(),
            sent.zone(),
            sent.policy(),
            sent.findings(),
            sent.stripped(),
            sent.fieldPolicy(),
            sent.digest(),
            sent.streamedAs() == null ? null : sent.streamedAs().toString(),
            sent.streamedAs() == null ? null : process.id().toString());
  }
}
