package gatehouse.gateway.context;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What callers said when they asked for a permit, until that permit ends: whoever calls a model
 * within that time hands over the permit's id instead. It stands in this process's memory only; a
 * replica that gave the permit to nobody knows none.
 */
@ApplicationScoped
public class PermitContexts {
  /** Beyond that callers repeat their context: personal data do not pile up. */
  static final int MOST = 10_000;

  private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final Duration life;

  public PermitContexts(
      Vertx vertx, @ConfigProperty(name = "gatehouse.permit.lifetime") Duration life) {
    this.vertx = vertx;
    this.life = life;
  }

  /**
   * For whom a permit is good.
   *
   * @param client whose token or key asked
   * @param subject the token's {@code sub}
   * @param application the application's code
   */
  public record Asker(String client, String subject, String application) {}

  private record Kept(Asker by, Circumstances said) {}

  /** Remembers it for as long as a permit lives that is used outside this gateway. */
  public void keep(UUID permit, Asker by, Circumstances said) {
    if (kept.size() < MOST) {
      kept.put(permit, new Kept(by, said));
      vertx.setTimer(life.toMillis(), _ -> kept.remove(permit));
    }
  }

  /** What this asker said; empty for anybody else, and afterwards. */
  public Optional<Circumstances> find(UUID permit, Asker by) {
    return Optional.ofNullable(kept.get(permit)).filter(one -> one.by().equals(by)).map(Kept::said);
  }
}
