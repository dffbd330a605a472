package gatehouse.incident.recovery;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the hospital decides about recoveries beforehand. */
@Singleton
public class RecoverySettings {
  private final ZoneId zone;

  public RecoverySettings(@ConfigProperty(name = "incident.recovery.zone") ZoneId zone) {
    this.zone = zone;
  }

  /** Where the hospital's day begins: signatures and lift are of one day. */
  ZoneId zone() {
    return zone;
  }
}
