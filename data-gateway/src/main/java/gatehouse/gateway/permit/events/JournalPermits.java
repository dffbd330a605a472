package gatehouse.gateway.permit.events;

import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.PermitDecision;
import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.PermitDecision.Permitted;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.PermitRecord;
import gatehouse.gateway.permit.Permits;
import gatehouse.gateway.permit.Refusal;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

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
  private final DecisionData decisions;
  private final MeterRegistry meters;
  private final Counter permitted;

  JournalPermits(Journal journal, Actors actors, DecisionData decisions, MeterRegistry meters) {
    this.decisions = decisions;
    this.journal = journal;
    this.actors = actors;
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
            .data(decisions.of(decided))
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
}
