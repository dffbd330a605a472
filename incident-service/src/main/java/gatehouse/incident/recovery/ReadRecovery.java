package gatehouse.incident.recovery;

import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.recovery.RecoveryResult.Missing;
import gatehouse.incident.recovery.RecoveryResult.Unknown;
import gatehouse.incident.restart.Restarts;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Says how far an evaluation has come and what it lacks. */
@ApplicationScoped
public class ReadRecovery {
  private final Stops stops;
  private final Recoveries recoveries;
  private final Restarts restarts;
  private final RecoverySettings settings;

  ReadRecovery(Stops stops, Recoveries recoveries, Restarts restarts, RecoverySettings settings) {
    this.stops = stops;
    this.recoveries = recoveries;
    this.restarts = restarts;
    this.settings = settings;
  }

  @Transactional
  public RecoveryResult read(Recovery.Id id) {
    Recovery recovery = recoveries.find(id).orElse(null);
    Stop stop = recovery == null ? null : stops.find(recovery.stop()).orElse(null);
    if (recovery == null || stop == null) {
      return new Unknown();
    }
    List<Missing> missing =
        new ArrayList<>(
            Completeness.beforeSigning(recovery, restarts.after(stop), settings.least()));
    missing.addAll(Completeness.unsigned(recovery));
    return new Done(recovery, stop, missing);
  }
}
