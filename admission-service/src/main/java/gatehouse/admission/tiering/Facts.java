package gatehouse.admission.tiering;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The recorded answers, by question key. A question without an answer counts as unknown. */
public record Facts(SortedMap<String, Answer> answers) {
  public Facts {
    answers = new TreeMap<>(answers);
  }

  public static Facts of(Map<String, Answer> answers) {
    return new Facts(new TreeMap<>(answers));
  }

  public Answer answer(String question) {
    return answers.getOrDefault(question, Answer.UNKNOWN);
  }

  /** What the register of products or scenarios knows for sure beats a softer answer. */
  public Facts established(String question) {
    SortedMap<String, Answer> more = new TreeMap<>(answers);
    more.put(question, Answer.YES);
    return new Facts(more);
  }
}
