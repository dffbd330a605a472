package gatehouse.gateway.lost;

import gatehouse.gateway.process.ThisProcess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who of the gateway's processes is there. One that is silent is taken for gone, by another that
 * has been heard itself for as long: behind an outage of the database, when nobody could say
 * anything, nobody judges before everybody has had the time to.
 */
@ApplicationScoped
class SignsOfLife {
  private final LetOutStreams streams;
  private final ThisProcess self;
  private final Duration silence;
  private final LongSupplier nanos;

  /** {@link System#nanoTime} of the first of the signs between which there was no silence. */
  private volatile long heardSince;

  private volatile long heardLast;

  @Inject
  SignsOfLife(
      LetOutStreams streams,
      ThisProcess self,
      @ConfigProperty(name = "gatehouse.process.silence") Duration silence) {
    this(streams, self, silence, System::nanoTime);
  }

  SignsOfLife(LetOutStreams streams, ThisProcess self, Duration silence, LongSupplier nanos) {
    this.streams = streams;
    this.self = self;
    this.silence = silence;
    this.nanos = nanos;
    this.heardSince = nanos.getAsLong();
    this.heardLast = heardSince;
  }

  /** Says that this process is there. */
  @Transactional
  void give() {
    streams.isThere(self.id());
    long now = nanos.getAsLong();
    if (now - heardLast > silence.toNanos() / 2) {
      heardSince = now;
    }
    heardLast = now;
  }

  /** Those that have been silent for so long that they count as gone. */
  List<UUID> gone() {
    long now = nanos.getAsLong();
    boolean isHeard = now - heardLast <= silence.toNanos() / 2;
    return isHeard && now - heardSince >= silence.toNanos()
        ? streams.silentFor(silence)
        : List.of();
  }

  /** How often a sign is due. */
  Duration interval() {
    return silence.dividedBy(10);
  }
}
