package gatehouse.journal.health;

import gatehouse.journal.JournalSettings;
import gatehouse.journal.append.GroupCommit;
import gatehouse.journal.receive.Watchdog;
import gatehouse.journal.sequence.Sequencer;
import gatehouse.journal.store.SoleLoop;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database answers, some instance numbers the entries, and no reader has stalled.
 * Kafka being away changes nothing: entries wait in the journal.
 */
@Readiness
@ApplicationScoped
public class JournalReadiness implements HealthCheck {

  private final JournalSettings settings;
  private final GroupCommit writer;
  private final Sequencer sequencer;
  private final Watchdog watchdog;

  JournalReadiness(
      JournalSettings settings, GroupCommit writer, Sequencer sequencer, Watchdog watchdog) {
    this.settings = settings;
    this.writer = writer;
    this.sequencer = sequencer;
    this.watchdog = watchdog;
  }

  @Override
  public HealthCheckResponse call() {
    SoleLoop loop = sequencer.loop();
    SoleLoop.Standing standing = loop.standing();
    // One that waits is told each time that somebody else holds the lock.
    boolean numbered =
        switch (standing) {
          case HOLDING, WAITING -> loop.silence().compareTo(settings.sequence().silence()) < 0;
          case AWAY -> false;
        };
    List<String> stalled = watchdog.stalled();
    return HealthCheckResponse.named("journal")
        .status(writer.isAlive() && (!settings.running() || (numbered && stalled.isEmpty())))
        .withData("sequencer", standing.name())
        .withData("stalled", String.join(", ", stalled))
        .build();
  }
}
