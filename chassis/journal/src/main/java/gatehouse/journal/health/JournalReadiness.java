package gatehouse.journal.health;

import gatehouse.duty.SoleLoop;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.append.GroupCommit;
import gatehouse.journal.sequence.Sequencer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database answers and some instance numbers the entries. Kafka being away changes
 * nothing: entries wait in the journal.
 */
@Readiness
@ApplicationScoped
public class JournalReadiness implements HealthCheck {

  private final JournalSettings settings;
  private final GroupCommit writer;
  private final Sequencer sequencer;

  JournalReadiness(JournalSettings settings, GroupCommit writer, Sequencer sequencer) {
    this.settings = settings;
    this.writer = writer;
    this.sequencer = sequencer;
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
    return HealthCheckResponse.named("journal")
        .status(writer.isAlive() && (!settings.running() || numbered))
        .withData("sequencer", standing.name())
        .build();
  }
}
