package gatehouse.admission.evaluation;

/** Tells others what happened to a case, in the transaction in which it happened. */
public interface CaseEvents {
  void happened(CaseChange change);
}
