package gatehouse.consent.procedure.store;

import gatehouse.consent.procedure.EscalateOverdue;
import gatehouse.duty.Duty;
import gatehouse.duty.OwnConnections;
import gatehouse.duty.SoleLoop;
import gatehouse.duty.SoleLoop.Rhythm;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks for overdue steps on one instance; what fails is tried again at the next look. */
@ApplicationScoped
class OverdueLoop implements Duty {
  private static final Logger LOG = Logger.getLogger(OverdueLoop.class);
  private static final int LOCK = 51;

  private final EscalateOverdue overdue;
  private final SoleLoop loop;

  OverdueLoop(
      EscalateOverdue overdue,
      OwnConnections connections,
      @ConfigProperty(name = "consent.procedure.look") Duration look) {
    this.overdue = overdue;
    this.loop = new SoleLoop(new Rhythm("withdrawal-overdue", LOCK, look, look), connections, this);
  }

  void start(@Observes @Priority(4000) StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(4000) ShutdownEvent event) {
    loop.stop();
  }

  @Override
  public boolean work(Connection connection) {
    int told = overdue.escalate();
    if (told > 0) {
      LOG.warnf("steps of withdrawals that are overdue: %d", told);
    }
    return false;
  }
}
