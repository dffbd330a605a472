package gatehouse.deid.evaluation;

import gatehouse.deid.json.JsonReader;
import gatehouse.deid.json.JsonReader.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A labelled text.
 *
 * @param text the text
 * @param labels what identifies somebody in it
 * @param decoys what looks like it and must stay
 */
record Gold(String text, List<Label> labels, List<Label> decoys) {
  /** Types that must never leave; the others leave only where a policy keeps them. */
  static final Set<String> TIER_ONE =
      Set.of(
          "PATIENT_NAME",
          "RELATIVE_NAME",
          "PERSON",
          "NATIONAL_ID",
          "PHONE",
          "ADDRESS",
          "EMAIL",
          "WECHAT",
          "QQ",
          "MRN",
          "RECORD_NUMBER",
          "INSURANCE_NO",
          "BANK_CARD",
          "PLATE",
          "PASSPORT",
          "PERMIT",
          "MILITARY_ID",
          "IP_ADDRESS",
          "AGE_OVER_89");

  /** Labels that sets carry and nobody scores. */
  static final Set<String> NOT_SCORED = Set.of("BED", "STAFF_SURNAME", "NAME_PARTIAL");

  /** A labelled span, in UTF-16 units. */
  record Label(String type, int start, int end) {}

  /** Reads a line; its offsets count code points. */
  static Gold read(String line) {
    if (!(JsonReader.read(line) instanceof Map<?, ?> object)
        || !(object.get("text") instanceof String text)) {
      throw new IllegalArgumentException("a line needs a \"text\"");
    }
    return new Gold(text, labels(text, object.get("spans")), labels(text, object.get("decoys")));
  }

  /** Reads {@code ……[[TYPE:surface]]……}, the form of the project's own set. */
  static Gold marked(String line) {
    StringBuilder text = new StringBuilder();
    List<Label> labels = new ArrayList<>();
    List<Label> decoys = new ArrayList<>();
    int at = 0;
    for (int open = line.indexOf("[["); open >= 0; open = line.indexOf("[[", at)) {
      int colon = line.indexOf(':', open);
      int close = line.indexOf("]]", colon);
      text.append(line, at, open);
      String type = line.substring(open + 2, colon);
      int start = text.length();
      text.append(line, colon + 1, close);
      (type.equals("DECOY") ? decoys : labels).add(new Label(type, start, text.length()));
      at = close + 2;
    }
    text.append(line.substring(at));
    return new Gold(text.toString(), labels, decoys);
  }

  private static List<Label> labels(String text, @Nullable Object spans) {
    List<Label> labels = new ArrayList<>();
    if (spans instanceof List<?> list) {
      for (Object entry : list) {
        if (entry instanceof List<?> span
            && span.get(0) instanceof JsonNumber start
            && span.get(1) instanceof JsonNumber end) {
          labels.add(new Label(String.valueOf(span.get(2)), unit(text, start), unit(text, end)));
        }
      }
    }
    return labels;
  }

  private static int unit(String text, JsonNumber codePoints) {
    return text.offsetByCodePoints(0, Integer.parseInt(codePoints.literal()));
  }
}
