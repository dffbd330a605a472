package gatehouse.gateway.egress;

import gatehouse.deid.Deidentifier;
import gatehouse.deid.policy.Policy;
import gatehouse.deid.scan.Detector;
import gatehouse.deid.tagging.Weights;
import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.tripwire.Tripwire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What looks through a body, and the time it has: the engine under its policies, the last look. */
@ApplicationScoped
public class Scanners {
  private final Deidentifier replacing;
  private final Deidentifier refusing;
  private final Tripwire tripwire;
  private final LongSupplier nanoTime;
  private final Duration limit;

  @Inject
  public Scanners(@ConfigProperty(name = "gatehouse.engine.limit") Duration limit) {
    this(limit, List.of(), new Tripwire(System::nanoTime), System::nanoTime);
  }

  Scanners(Duration limit, List<Detector> more, Tripwire tripwire, LongSupplier nanoTime) {
    this.replacing = engine("public", more);
    this.refusing = engine("refuse", more);
    this.tripwire = tripwire;
    this.nanoTime = nanoTime;
    this.limit = limit;
  }

  Deidentifier replacing() {
    return replacing;
  }

  Deidentifier refusing() {
    return refusing;
  }

  Tripwire tripwire() {
    return tripwire;
  }

  /** The engine's time for one call, from now on. */
  Deadline time() {
    return new Deadline(nanoTime, limit.toNanos());
  }

  private static Deidentifier engine(String policy, List<Detector> more) {
    return Deidentifier.of(Policy.named(policy), null, Weights.shipped(), more);
  }
}
