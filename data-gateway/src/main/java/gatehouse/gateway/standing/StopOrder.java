package gatehouse.gateway.standing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order that stops applications (G-51).
 *
 * @param epoch the owner's counter when it was issued
 * @param value what the kind names: an application code, a vendor, ...; empty for ALL
 */
public record StopOrder(
    String id, long epoch, Kind kind, String value, @Nullable ManualRoute manualRoute) {

  /** How wide a stop reaches. */
  public enum Kind {
    ALL,
    VENDOR,
    DEPARTMENT,
    PRODUCT,
    APPLICATION
  }

  /**
   * Whether the order stops a call of this application.
   *
   * @param facts what admission says about the application; null when it said nothing, in which
   *     case every order that might cover it does
   */
  public boolean covers(String application, @Nullable ApplicationFacts facts) {
    return switch (kind) {
      case ALL -> true;
      case APPLICATION -> value.equals(application) || (facts != null && value.equals(facts.id()));
      case VENDOR -> facts == null || value.equals(facts.vendor());
      case DEPARTMENT -> facts == null || value.equals(facts.department());
      case PRODUCT ->
          facts == null
              || Objects.equals(value, facts.product())
              || Objects.equals(value, facts.digest());
    };
  }
}
