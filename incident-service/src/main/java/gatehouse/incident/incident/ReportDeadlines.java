package gatehouse.incident.incident;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How soon after its discovery an event is to be reported: a setting of the hospital. */
@Singleton
public class ReportDeadlines {
  private final Duration one;
  private final Duration two;
  private final Duration three;
  private final Duration four;

  public ReportDeadlines(
      @ConfigProperty(name = "incident.report.deadlines.I") Duration one,
      @ConfigProperty(name = "incident.report.deadlines.II") Duration two,
      @ConfigProperty(name = "incident.report.deadlines.III") Duration three,
      @ConfigProperty(name = "incident.report.deadlines.IV") Duration four) {
    this.one = one;
    this.two = two;
    this.three = three;
    this.four = four;
  }

  /** By when an event of that level is to be reported. */
  public Instant dueAt(Level level, Instant discoveredAt) {
    return discoveredAt.plus(
        switch (level) {
          case I -> one;
          case II -> two;
          case III -> three;
          case IV -> four;
        });
  }
}
