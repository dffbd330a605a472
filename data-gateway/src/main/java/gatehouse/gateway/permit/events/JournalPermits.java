package gatehouse.gateway.permit.events;

import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.PermitDecision;
import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.PermitDecision.Permitted;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.PermitRecord;
import gatehouse.gateway.permit.Permits;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.process.ThisProcess;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import gatehouse.pseudonym.Pseudonyms;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JournalPermits implements Permits {
  private static final Logger LOG = Logger.getLogger(JournalPermits.class);
  private static final String TYPE = "gatehouse.gateway.permit.decided.v1";
  private static final String ENDED = "gatehouse.gateway.permit.ended.v1";
  private static final String UNANSWERED = "gatehouse.gateway.permit.unanswered.v1";
  private static final String DECISIONS = "gatehouse.permit.decisions";
  private static final String STRIPPED = "gatehouse.fields.stripped";
  private static final String TOPIC = "gateway.permit.v1";

  private final Journal journal;
  private final Actors actors;
  private final Pseudonyms pseudonyms;
  private final MeterRegistry meters;
  private final ThisProcess process;
  private final Counter permitted;

  JournalPermits(
      Journal journal,
      Actors actors,
      Pseudonyms pseudonyms,
      MeterRegistry meters,
      ThisProcess process) {
    this.process = process;
    this.journal = journal;
    this.actors = actors;
    this.pseudonyms = pseudonyms;
    this.meters = meters;
    this.permitted = meters.counter(DECISIONS, "decision", "PERMIT", "reason", "NONE");
    // A counter that appears with its first refusal shows no increase: the alert would stay silent.
    for (Refusal.Code code : Refusal.Code.values()) {
      denials(code.name());
    }
  }

  @Override
  public void record(PermitRecord decided) {
    List<String> clauses =
        switch (decided.decision()) {
          case Permitted _ -> List.of();
          case Denied denied -> denied.clauses();
        };
    journal.record(
        about(TYPE, decided.question(), decided.caller())
            .clauses(clauses)
            .data(data(decided))
            .build());
    count(decided.decision());
    if (decided.sent() != null) {
      decided
          .sent()
          .stripped()
          .forEach((group, times) -> meters.counter(STRIPPED, "group", group).increment(times));
    }
  }

  @Override
  public void ended(Ended ended) {
    PermitQuestion question = ended.question();
    journal.record(
        about(ENDED, question, ended.caller())
            .clauses(ended.reason().clauses())
            .data(
                new PermitEnded(
                    ended.permitId().toString(),
                    question.application(),
                    question.subject() == null ? null : question.subject().value(),
                    ended.reason().code(),
                    ended.sent()))
            .build());
  }

  @Override
  public void unanswered(Unanswered call) {
    Actor actor = new Actor(call.caller().role(), actors.idHash(call.caller().subject()));
    Entry entry =
        Entry.of(UNANSWERED, call.streamedAs().toString())
            .by(actor)
            .data(new PermitUnanswered(call.permitId().toString(), call.application()))
            .build();
    Thread.startVirtualThread(() -> written(entry));
  }

  private void written(Entry entry) {
    try {
      journal.record(entry);
    } catch (RuntimeException e) {
      LOG.warnf("a call without an answer will count as lost: %s", e.getClass().getName());
    }
  }

  private Entry.Builder about(String type, PermitQuestion question, Caller caller) {
    String subject =
        question.subject() == null ? question.application() : question.subject().value();
    return Entry.of(type, subject)
        .by(new Actor(caller.role(), actors.idHash(caller.subject())))
        .topic(TOPIC);
  }

  /** Alerts look at the first reason: codes of ours and of the owners', never a text. */
  private void count(PermitDecision decision) {
    switch (decision) {
      case Permitted _ -> permitted.increment();
      case Denied denied -> denials(denied.reasons().getFirst().code()).increment();
    }
  }

  private Counter denials(String reason) {
    return meters.counter(DECISIONS, "decision", "DENY", "reason", reason);
  }

  private PermitDecided data(PermitRecord decided) {
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
        question.purpose(),
        question.categories(),
        reasons,
        obligations,
        decided.decision() instanceof Permitted permitted ? permitted.consentId() : null,
        decided.expiresAt() == null ? null : decided.expiresAt().toString(),
        sent(decided.sent()));
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
