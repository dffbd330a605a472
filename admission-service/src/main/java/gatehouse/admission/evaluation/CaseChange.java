package gatehouse.admission.evaluation;

import java.util.List;

/** A case after a step, and what happened in it. */
public record CaseChange(AdmissionCase admissionCase, List<CaseEvent> events) {
  public CaseChange {
    events = List.copyOf(events);
  }
}
