package gatehouse.gateway.standing;

/** Admission-service, asked. */
public interface Standings {
  /** What admission says now. Never throws: no answer is an answer. */
  OwnerAnswer<Standing> ask(StandingQuestion question);
}
