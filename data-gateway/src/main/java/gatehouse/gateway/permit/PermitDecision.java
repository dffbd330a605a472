package gatehouse.gateway.permit;

import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.ManualRoute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to the five questions. */
public sealed interface PermitDecision {

  /**
   * The call may run.
   *
   * @param obligations what must be done with the answer, such as {@code LABEL}
   * @param consentId the consent it rests on, where one was asked for
   * @param life until when; whoever takes the permit closes it
   */
  record Permitted(
      ApplicationFacts application,
      List<String> obligations,
      @Nullable String consentId,
      PermitLife life)
      implements PermitDecision {
    public Permitted {
      obligations = List.copyOf(obligations);
    }
  }

  /**
   * The call may not run.
   *
   * @param reasons at least one, in the order of the questions
   * @param obligations what would help, such as {@code SHOW_NOTICE}
   * @param patientText what may be shown to the patient
   * @param manualRoute what to do instead; null means the hospital's general one
   */
  record Denied(
      @Nullable ApplicationFacts application,
      List<Refusal> reasons,
      List<String> obligations,
      @Nullable ManualRoute patientText,
      @Nullable ManualRoute manualRoute)
      implements PermitDecision {
    public Denied {
      reasons = List.copyOf(reasons);
      obligations = List.copyOf(obligations);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a reason");
      }
    }

    /** Clauses of all reasons, each once. */
    public List<String> clauses() {
      return reasons.stream().flatMap(r -> r.clauses().stream()).distinct().toList();
    }
  }
}
