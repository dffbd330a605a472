package gatehouse.incident.stop;

import gatehouse.incident.application.ManualRoute;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the hospital decides about stops beforehand. */
@Singleton
public class StopSettings {
  private final Duration repeatWindow;
  private final ManualRoute defaultRoute;
  private final StopAuthority authority;

  public StopSettings(
      @ConfigProperty(name = "incident.stop.repeat-window") Duration repeatWindow,
      @ConfigProperty(name = "incident.stop.manual-route.zh") String routeZh,
      @ConfigProperty(name = "incident.stop.manual-route.en") String routeEn,
      StopAuthority authority) {
    this.repeatWindow = repeatWindow;
    this.defaultRoute = new ManualRoute(routeZh, routeEn);
    this.authority = authority;
  }

  /** Who may stop what. */
  StopAuthority authority() {
    return authority;
  }

  /** An identical stop by the same person within this time is the same stop. */
  Duration repeatWindow() {
    return repeatWindow;
  }

  /** What people do when no application has told its own manual route. */
  ManualRoute defaultRoute() {
    return defaultRoute;
  }
}
