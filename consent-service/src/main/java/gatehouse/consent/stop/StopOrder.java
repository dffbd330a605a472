package gatehouse.consent.stop;

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

  /**
   * The names under which an application may be stopped. One that this service was not told is
   * null, and whatever might mean it does.
   */
  public record Target(
      String application,
      @Nullable String applicationId,
      @Nullable String product,
      @Nullable String digest,
      @Nullable String vendor,
      @Nullable String department) {}

  public boolean covers(Target target) {
    return switch (kind) {
      case ALL -> true;
      case VENDOR -> mayName(target.vendor());
      case DEPARTMENT -> mayName(target.department());
      case PRODUCT -> mayName(target.product()) || mayName(target.digest());
      case APPLICATION ->
          mayName(target.application())
              || (target.applicationId() != null && mayName(target.applicationId()));
    };
  }

  /** Written by people in a hurry: blanks and case make no difference. */
  private boolean mayName(@Nullable String candidate) {
    return candidate == null
        || (value != null && value.strip().equalsIgnoreCase(candidate.strip()));
  }
}
