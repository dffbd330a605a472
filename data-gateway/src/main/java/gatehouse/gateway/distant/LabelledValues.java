package gatehouse.gateway.distant;

import gatehouse.gateway.json.Json;

/** Treats values of which a label elsewhere tells what they are. */
public interface LabelledValues {
  /** The text without what the label makes of it. */
  String labelled(String label, String text, String path);

  /** A number, in whose place nothing else can stand. */
  void number(String label, Json.Num number, String path);

  /** A name that stands in two parts; takes note of the whole. */
  void person(String whole);

  /** One of its parts, which goes as it is. */
  String partOfName(String part, String path);
}
