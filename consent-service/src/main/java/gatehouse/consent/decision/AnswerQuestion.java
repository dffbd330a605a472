package gatehouse.consent.decision;

import jakarta.enterprise.context.ApplicationScoped;

/** Answers a question and has it recorded first: an answer that nobody can prove is not given. */
@ApplicationScoped
public class AnswerQuestion {
  private final AskDecision askDecision;
  private final Decisions decisions;

  AnswerQuestion(AskDecision askDecision, Decisions decisions) {
    this.askDecision = askDecision;
    this.decisions = decisions;
  }

  /** As things stand. */
  public Answer answer(Question question) {
    Answer answer = askDecision.ask(question);
    decisions.record(question, answer);
    return answer;
  }

  /** As things stood and were known then. */
  public Answer answerAsKnown(Question question) {
    Answer answer = askDecision.askAsKnown(question);
    decisions.record(question, answer);
    return answer;
  }
}
