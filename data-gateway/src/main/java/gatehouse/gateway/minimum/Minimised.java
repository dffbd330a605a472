package gatehouse.gateway.minimum;

import gatehouse.gateway.json.Json;
import java.util.Map;

/** A body held against the allow-list of its purpose. */
public sealed interface Minimised {

  /**
   * What is left of it.
   *
   * @param body the same object where nothing was taken out
   * @param stripped how many fields of each group were taken out; {@code UNLISTED} counts those
   *     that no list has
   */
  record Reduced(Json.Obj body, Map<String, Integer> stripped) implements Minimised {
    public Reduced {
      stripped = Map.copyOf(stripped);
    }
  }

  /**
   * It asks the model for fields that the purpose does not need.
   *
   * @param asked how many of each group
   */
  record TooMuch(Map<String, Integer> asked) implements Minimised {
    public TooMuch {
      asked = Map.copyOf(asked);
    }
  }
}
