package gatehouse.gateway.egress;

import gatehouse.deid.finding.Finding;
import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a border between the parts of one text hides: half of a number, or a number's label. */
final class PartBorders {
  /** So far behind its label a value may begin. */
  private static final int FARTHEST = 12;

  private PartBorders() {}

  /**
   * What is found in the parts together that no part shows by itself.
   *
   * @param scan finds what has to go from a text
   */
  static List<Finding> over(Json.Arr parts, Function<String, List<Finding>> scan) {
    List<String> texts = new ArrayList<>();
    for (Json item : parts.items()) {
      if (item instanceof Json.Obj part && part.get("text") instanceof Json.Str(String text)) {
        texts.add(text);
      }
    }
    if (texts.size() < 2) {
      return List.of();
    }
    List<Finding> joined = scan.apply(String.join("", texts));
    List<Finding> hidden = new ArrayList<>();
    int border = 0;
    for (String text : texts) {
      int from = border;
      border += text.length();
      for (Finding finding : joined) {
        if (finding.start() < from && from < finding.end()) {
          hidden.add(finding);
        } else if (from > 0
            && finding.start() >= from
            && finding.start() - from <= FARTHEST
            && finding.end() <= border
            && isNumber(text, finding, from)
            && scan.apply(text).stream()
                .noneMatch(alone ->
                    alone.start() + from <= finding.start()
                        && alone.end() + from >= finding.end())) {
          hidden.add(finding);
        }
      }
    }
    return hidden;
  }

  /** A name may be one by the words beside it; a number is one by its label. */
  private static boolean isNumber(String text, Finding finding, int from) {
    return text.substring(finding.start() - from, finding.end() - from)
        .chars()
        .anyMatch(Character::isDigit);
  }
}
