package gatehouse.consent.procedure;

import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds the procedures whose step is not done in time. */
@ApplicationScoped
@Clause("E-40")
public class EscalateOverdue {
  private static final int PAGE = 200;
  private static final int ROUNDS = 2;
  private static final UUID FIRST = new UUID(0, 0);

  private final Procedures procedures;
  private final ProcedureEvents events;
  private final ProcedureTerms terms;
  private final Clock clock;

  EscalateOverdue(
      Procedures procedures, ProcedureEvents events, ProcedureTerms terms, Clock clock) {
    this.procedures = procedures;
    this.events = events;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * Tells of each overdue step once, and once more when it still is after so long again.
   *
   * @return how many were told
   */
  @Transactional
  public int escalate() {
    int told = 0;
    for (Procedure each : open(Integer.MAX_VALUE, true)) {
      if (each.standing(terms.holders().keySet()) instanceof Standing.At at) {
        told += escalate(each.withdrawal(), at.step(), terms.dueAt(at));
      }
    }
    return told;
  }

  private int escalate(UUID withdrawal, Step step, Instant dueAt) {
    int told = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      boolean reached = terms.escalatesAt(dueAt, round).isBefore(clock.instant());
      if (reached && procedures.escalate(withdrawal, step, dueAt, round)) {
        events.overdue(new Overdue(withdrawal, step, terms.owner(step), dueAt, round));
        told++;
      }
    }
    return told;
  }

  /** Those that are not finished, oldest first; only the overdue ones, or all. */
  @Transactional
  public List<Procedure> open(int limit, boolean onlyOverdue) {
    List<Procedure> found = new ArrayList<>();
    Instant after = Instant.EPOCH;
    UUID afterId = FIRST;
    while (found.size() < limit) {
      List<Procedure> page = procedures.open(after, afterId, PAGE);
      page.stream().filter(each -> !onlyOverdue || isOverdue(each)).forEach(found::add);
      if (page.size() < PAGE) {
        break;
      }
      after = page.getLast().effectiveAt();
      afterId = page.getLast().withdrawal();
    }
    return found.subList(0, Math.min(limit, found.size()));
  }

  private boolean isOverdue(Procedure procedure) {
    return procedure.standing(terms.holders().keySet()) instanceof Standing.At at
        && terms.dueAt(at).isBefore(clock.instant());
  }
}
