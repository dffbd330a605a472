package gatehouse.admission.stop;

import org.jspecify.annotations.Nullable;

/**
 * An emergency stop as incident-service told it.
 *
 * @param value what is stopped within the kind; null for ALL
 */
public record StopOrder(String stopId, long epoch, Kind kind, @Nullable String value) {

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
      String application, String applicationId, String product, String vendor, String department) {}

  public boolean covers(Target target) {
    return switch (kind) {
      case ALL -> true;
      case VENDOR -> target.vendor().equals(value);
      case DEPARTMENT -> target.department().equals(value);
      case PRODUCT -> target.product().equals(value);
      case APPLICATION ->
          target.application().equals(value) || target.applicationId().equals(value);
    };
  }
}
