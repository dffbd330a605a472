package gatehouse.gateway.egress;

import gatehouse.gateway.decoding.Folding;
import gatehouse.gateway.fields.Texts;
import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sensitive words in the readings of one body: each string by itself, the parts of a message as one
 * text, and whatever the last look decodes and joins. Not safe for use by several threads.
 */
final class SensitiveReadings {
  private final Map<String, Integer> counts = new TreeMap<>();

  /** What the strings of a body say, before anything is replaced in them. */
  static SensitiveReadings of(Json.Obj body) {
    SensitiveReadings readings = new SensitiveReadings();
    Texts.each(
        body,
        text ->
            SensitiveLexicon.count(Folding.fold(text))
                .forEach((kind, times) -> readings.counts.merge(kind, times, Integer::sum)));
    readings.parts(body);
    return readings;
  }

  /** How often each kind is spoken of: in the reading that has most of it. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** Takes one reading, folded: a text, or pieces that a receiver may put together. */
  void read(List<String> pieces) {
    most(
        pieces.size() == 1
            ? SensitiveLexicon.count(pieces.getFirst())
            : SensitiveLexicon.countAcross(pieces));
  }

  private void parts(Json value) {
    switch (value) {
      case Json.Arr array -> {
        List<String> texts = new ArrayList<>();
        for (Json item : array.items()) {
          parts(item);
          if (item instanceof Json.Obj part && part.get("text") instanceof Json.Str(String text)) {
            texts.add(Folding.fold(text));
          }
        }
        most(SensitiveLexicon.countAcrossParts(texts));
      }
      case Json.Obj object -> object.members().values().forEach(this::parts);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {
        // No parts.
      }
    }
  }

  private void most(Map<String, Integer> found) {
    found.forEach((kind, times) -> counts.merge(kind, times, Math::max));
  }
}
