package gatehouse.admission.stop;

import org.jspecify.annotations.Nullable;

/**
 * An emergency stop as incident-service told it.
 *
 * @param value what is stopped within the kind; null for ALL
 */
public record StopOrder(String stopId, long epoch, Kind kind, @Nullable String value) {

  /** What counts while something about stops could not be read: nobody knows what it stops. */
  public static StopOrder ofEverything() {
    return new StopOrder("unread", 0, Kind.ALL, null);
  }

  /** How wide a stop reaches. A kind that is not known here is read as ALL. */
  public enum Kind {
    ALL,
    VENDOR,
    DEPARTMENT,
    PRODUCT,
    APPLICATION
  }

  /** What a stop can cover: the names under which an application may be stopped. */
  public record Target(
      String application,
      String applicationId,
      String product,
      String digest,
      String vendor,
      String department) {}

  public boolean covers(Target target) {
    return switch (kind) {
      case ALL -> true;
      case VENDOR -> names(target.vendor());
      case DEPARTMENT -> names(target.department());
      case PRODUCT -> names(target.product()) || names(target.digest());
      case APPLICATION -> names(target.application()) || names(target.applicationId());
    };
  }

  /** Written by people in a hurry: blanks and case make no difference. */
  private boolean names(String candidate) {
    return value != null && value.strip().equalsIgnoreCase(candidate.strip());
  }
}
