package gatehouse.consent.template;

import gatehouse.consent.text.Wording;
import java.util.List;

/**
 * A question by which the person shows that they understood.
 *
 * @param key names the question in an answer
 * @param question what is asked
 * @param choices what may be answered
 */
public record Check(String key, Wording question, List<Choice> choices) {

  /**
   * A possible answer.
   *
   * @param key names the choice in an answer
   * @param wording what it says
   * @param right whether it shows understanding
   * @param preselected whether a form would come with it ticked, which is not allowed
   */
  public record Choice(String key, Wording wording, boolean right, boolean preselected) {}

  public Check {
    choices = List.copyOf(choices);
  }

  /** Whether the choice of that key shows understanding. */
  public boolean accepts(String choiceKey) {
    return choices.stream().anyMatch(choice -> choice.right() && choice.key().equals(choiceKey));
  }
}
