package gatehouse.consent.decision;

/** The log of all questions and answers. */
public interface Decisions {

  /** Writes it down durably before anybody learns the answer. */
  void record(Question question, Answer answer);
}
