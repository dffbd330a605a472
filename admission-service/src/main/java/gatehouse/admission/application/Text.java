package gatehouse.admission.application;

/** A text for people, Chinese first. */
public record Text(String zh, String en) {
  public Text {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("A text is given in both languages");
    }
  }
}
