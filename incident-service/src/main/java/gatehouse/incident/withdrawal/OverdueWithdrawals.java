package gatehouse.incident.withdrawal;

import gatehouse.incident.incident.Incident;
import java.util.Optional;

/** Which incident is about which overdue withdrawal; one each. */
public interface OverdueWithdrawals {
  Optional<Incident.Id> incidentOf(String withdrawal);

  void keep(String withdrawal, Incident.Id incident);
}
