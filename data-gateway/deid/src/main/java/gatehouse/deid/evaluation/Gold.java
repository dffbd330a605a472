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

  /** Types that a policy may keep in the house. */
  static final Set<String> TIER_TWO =
      Set.of(
          "STAFF_NAME",
          "HOSPITAL",
          "EMPLOYER",
          "SCHOOL",
          "ORGANISATION",
          "DATE",
          "DATE_SHORT",
          "BIRTH_DATE",
          "GEO_COARSE",
          "REGION",
          "POSTCODE",
          "DEVICE_ID",
          "MAC_ADDRESS",
          "URL");

  /** Names of persons, whoever they are. */
  static final Set<String> NAMES = Set.of("PATIENT_NAME", "RELATIVE_NAME", "STAFF_NAME", "PERSON");

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

  /** Whether a set has a label of its own that neither tier knows. */
  static boolean isOfNoTier(String type) {
    return !TIER_ONE.contains(type) && !TIER_TWO.contains(type);
  }

  private static List<Label> labels(String text, @Nullable Object spans) {
    List<Label> labels = new ArrayList<>();
    if (spans == null) {
      return labels;
    }
    if (!(spans instanceof List<?> list)) {
      throw new IllegalArgumentException("spans and decoys are lists");
    }
    for (Object entry : list) {
      if (!(entry instanceof List<?> span)
          || span.size() < 3
          || !(span.get(0) instanceof JsonNumber start)
          || !(span.get(1) instanceof JsonNumber end)) {
        throw new IllegalArgumentException("a span is [start, end, TYPE]");
      }
      labels.add(label(unit(text, start), unit(text, end), String.valueOf(span.get(2))));
    }
    return labels;
  }

  private static Label label(int start, int end, String type) {
    if (start >= end) {
      throw new IllegalArgumentException("a span ends before it begins, or is empty");
    }
    return new Label(type, start, end);
  }

  private static int unit(String text, JsonNumber codePoints) {
    int count = Integer.parseInt(codePoints.literal());
    if (count < 0 || count > text.codePointCount(0, text.length())) {
      throw new IllegalArgumentException("a span leaves the text");
    }
    return text.offsetByCodePoints(0, count);
  }
}
