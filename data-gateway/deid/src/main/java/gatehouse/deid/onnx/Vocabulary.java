package gatehouse.deid.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of a model's tokens; its special ones go around a text where it has them. */
final class Vocabulary {
  private final Map<String, Long> ids = new HashMap<>();
  private final long unknown;

  Vocabulary(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      ids.put(tokens.get(i), (long) i);
    }
    unknown = ids.getOrDefault("[UNK]", 0L);
  }

  /** How many tokens stand before the first character. */
  int before() {
    return ids.containsKey("[CLS]") ? 1 : 0;
  }

  /** One number for each unit of a span. */
  long[] ids(char[] units, int from, int to) {
    int around = before() + (ids.containsKey("[SEP]") ? 1 : 0);
    long[] result = new long[to - from + around];
    result[0] = ids.getOrDefault("[CLS]", 0L);
    for (int i = from; i < to; i++) {
      String token = String.valueOf(Character.toLowerCase(units[i]));
      result[i - from + before()] = ids.getOrDefault(token, unknown);
    }
    if (around > before()) {
      result[result.length - 1] = ids.getOrDefault("[SEP]", 0L);
    }
    return result;
  }
}
