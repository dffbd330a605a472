package gatehouse.incident.application;

/**
 * What people do without the AI, such as reading the images themselves.
 *
 * @param zh Chinese, shown first
 * @param en the same in English
 */
public record ManualRoute(String zh, String en) {
  public ManualRoute {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a manual route needs both texts");
    }
  }
}
