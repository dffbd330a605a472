package gatehouse.gateway.lost;

import gatehouse.clauses.Clause;
import gatehouse.gateway.lost.LetOutStreams.LetOut;
import gatehouse.gateway.lost.LetOutStreams.Looked;
import gatehouse.gateway.output.RegisterOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Registers as lost what was let out as a stream and can no longer come to an end. */
@ApplicationScoped
@Clause({"G-27", "G-28"})
public class RegisterLost {
  /** The database is asked last, and the clocks of two replicas may differ. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  private final LetOutStreams streams;
  private final RegisterOutput outputs;
  private final Clock clock;
  private final Patience patience;
  private final SignsOfLife signs;

  RegisterLost(
      LetOutStreams streams,
      RegisterOutput outputs,
      Clock clock,
      Patience patience,
      SignsOfLife signs) {
    this.streams = streams;
    this.signs = signs;
    this.outputs = outputs;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * A part of what is due; safe to call from every replica.
   *
   * @return how many were lost, and whether there may be more
   */
  public Found look() {
    return look(clock.instant().minus(patience.longest()));
  }

  /**
   * What was let out before a moment. Whoever names it knows that none of these still runs.
   *
   * @return how many were lost, and whether there may be more
   */
  @Transactional
  public Found look(Instant before) {
    Looked looked = streams.next(before);
    for (LetOut letOut : looked.withoutEnd()) {
      outputs.lost(letOut.answer(), letOut.at());
    }
    return new Found(looked.withoutEnd().size(), looked.more());
  }

  /**
   * What processes let out that are gone. One that is there all the same, and only could not say
   * so, is refused when it registers the end of such a stream: the output's id is taken.
   *
   * @return how many were lost
   */
  @Transactional
  public int lookForGone() {
    List<UUID> gone = signs.gone();
    if (gone.isEmpty()) {
      return 0;
    }
    List<LetOut> found = streams.of(gone);
    found.forEach(letOut -> outputs.lost(letOut.answer(), letOut.at()));
    return found.size();
  }

  /** How a look ended. */
  public record Found(int lost, boolean more) {}

  /**
   * Longer than any stream that is still on its way: until its head, until its last piece, until a
   * caller who takes nothing in loses the connection.
   */
  @ApplicationScoped
  static class Patience {
    private final Duration longest;

    Patience(
        @ConfigProperty(name = "gatehouse.answer.longest") Duration answer,
        @ConfigProperty(name = "gatehouse.upstream.silence") Duration silence,
        @ConfigProperty(name = "quarkus.http.idle-timeout", defaultValue = "PT30M") Duration idle) {
      this.longest = answer.plus(silence.multipliedBy(2)).plus(idle).plus(SLACK);
    }

    Duration longest() {
      return longest;
    }
  }
}
