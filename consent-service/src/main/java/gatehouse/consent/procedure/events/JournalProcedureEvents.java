package gatehouse.consent.procedure.events;

import gatehouse.consent.procedure.Overdue;
import gatehouse.consent.procedure.ProcedureEvents;
import gatehouse.consent.procedure.Step;
import gatehouse.journal.Actor;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** On the topic of withdrawals, under the withdrawal's id: nothing here names the person. */
@ApplicationScoped
class JournalProcedureEvents implements ProcedureEvents {
  private static final String TOPIC = "consent.withdrawal.v1";

  private final Journal journal;
  private final Actors actors;

  JournalProcedureEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** {@code gatehouse.consent.withdrawal.step-completed.v1}. */
  record DoneData(UUID withdrawalId, Step step, @Nullable String detail) {}

  /** {@code gatehouse.consent.withdrawal.step-escalated.v1}. */
  record OverdueData(UUID withdrawalId, Step step, String owner, Instant dueAt, int round) {}

  @Override
  public void done(UUID withdrawal, Step step, @Nullable String detail, Instant at) {
    append(
        "gatehouse.consent.withdrawal.step-completed.v1",
        withdrawal,
        actors.acting(
            "CONSENT_CLERK",
            "DATA_STEWARD",
            "NURSE",
            "PHYSICIAN",
            "MEDICAL_AFFAIRS",
            "HIS_SYSTEM",
            "EMR_SYSTEM"),
        new DoneData(withdrawal, step, detail));
  }

  @Override
  public void overdue(Overdue overdue) {
    append(
        "gatehouse.consent.withdrawal.step-escalated.v1",
        overdue.withdrawal(),
        actors.service(),
        new OverdueData(
            overdue.withdrawal(),
            overdue.step(),
            overdue.owner(),
            overdue.dueAt(),
            overdue.round()));
  }

  private void append(String type, UUID withdrawal, Actor actor, Object data) {
    journal.append(
        Entry.of(type, withdrawal.toString())
            .by(actor)
            .clauses("E-40")
            .topic(TOPIC)
            .data(data)
            .build());
  }
}
