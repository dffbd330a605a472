package gatehouse.admission.tiering;

import gatehouse.clauses.Clause;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The recorded answers, by question key. A question without an answer counts as unknown. */
public record Facts(SortedMap<String, Answer> answers) {
  private static final String ACTS_AUTONOMOUSLY = "actsAutonomously";
  private static final String HIGH_RISK_OPERATION = "highRiskOperation";

  public Facts {
    answers = new TreeMap<>(answers);
  }

  public static Facts of(Map<String, Answer> answers) {
    return new Facts(new TreeMap<>(answers));
  }

  public Answer answer(String question) {
    return answers.getOrDefault(question, Answer.UNKNOWN);
  }

  /**
   * Whether somebody has to watch while the product acts: what it does is a high-risk operation, or
   * nobody has said that it is none, of a product that may act by itself (G-31).
   */
  @Clause("G-31")
  public Supervision supervision() {
    boolean required =
        switch (answer(HIGH_RISK_OPERATION)) {
          case YES -> true;
          case NO -> false;
          case UNKNOWN -> answer(ACTS_AUTONOMOUSLY) != Answer.NO;
        };
    return required ? Supervision.REQUIRED : Supervision.NONE;
  }

  /** What the register of products or scenarios knows for sure beats a softer answer. */
  public Facts established(String question) {
    SortedMap<String, Answer> more = new TreeMap<>(answers);
    more.put(question, Answer.YES);
    return new Facts(more);
  }
}
