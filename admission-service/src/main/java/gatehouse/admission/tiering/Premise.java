package gatehouse.admission.tiering;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rule of a table asks of the facts before it fires, as data.
 *
 * @param all conditions that must all hold; empty means none is asked
 * @param any conditions of which one must hold; empty means none is asked
 */
public record Premise(List<Condition> all, List<Condition> any) {

  /** Holds when the answer to the question is one of these. */
  public record Condition(String question, Set<Answer> answers) {
    boolean holds(Facts facts) {
      return answers.contains(facts.answer(question));
    }
  }

  public Premise {
    all = List.copyOf(all);
    any = List.copyOf(any);
  }

  /** Whether the rule fires on the facts. */
  public boolean holds(Facts facts) {
    return all.stream().allMatch(condition -> condition.holds(facts))
        && (any.isEmpty() || any.stream().anyMatch(condition -> condition.holds(facts)));
  }

  /** The answers for which it fired, as "question=ANSWER". */
  public List<String> because(Facts facts) {
    return conditions()
        .filter(condition -> condition.holds(facts))
        .map(condition -> condition.question() + "=" + facts.answer(condition.question()))
        .distinct()
        .toList();
  }

  /** Whether it asks for nothing but these questions. */
  public boolean asksOnly(Set<String> questions) {
    return conditions().allMatch(condition -> questions.contains(condition.question()));
  }

  private Stream<Condition> conditions() {
    return Stream.concat(all.stream(), any.stream());
  }
}
