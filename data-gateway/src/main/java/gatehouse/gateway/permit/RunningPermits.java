package gatehouse.gateway.permit;

import gatehouse.clauses.Clause;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.StopCopy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The permits of the calls that run now, and what ends them. */
@ApplicationScoped
@Clause("G-51")
public class RunningPermits {
  private final StopCopy stops;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();

  public RunningPermits(StopCopy stops) {
    this.stops = stops;
    stops.onDenial(this::review);
  }

  /**
   * The life of a permit that is about to be decided. It begins before the owners are asked, so
   * that nothing that is heard in between is missed.
   */
  Running begin(PermitQuestion question) {
    Running life = new Running(question);
    running.add(life);
    return life;
  }

  /** Ends what has to end. */
  private void review() {
    running.forEach(Running::ending);
  }

  /** One of them. */
  final class Running implements PermitLife {
    private final PermitQuestion question;
    private final List<Runnable> actions = new ArrayList<>();
    private volatile @Nullable ApplicationFacts application;
    private volatile @Nullable Refusal ending;

    private Running(PermitQuestion question) {
      this.question = question;
    }

    /** What admission said; before that every stop that might cover the call does. */
    void of(ApplicationFacts facts) {
      application = facts;
    }

    @Override
    public Optional<Refusal> ending() {
      Refusal known = ending;
      if (known == null) {
        known = reason();
        if (known != null) {
          end(known);
        }
      }
      return Optional.ofNullable(known);
    }

    @Override
    public void onEnd(Runnable action) {
      synchronized (actions) {
        if (ending == null) {
          actions.add(action);
          return;
        }
      }
      Thread.startVirtualThread(action);
    }

    @Override
    public void close() {
      running.remove(this);
      synchronized (actions) {
        actions.clear();
      }
    }

    private @Nullable Refusal reason() {
      return stops.covering(question.application(), application).isEmpty()
          ? null
          : Refusal.of(Code.STOPPED);
    }

    private void end(Refusal reason) {
      List<Runnable> due;
      synchronized (actions) {
        if (ending != null) {
          return;
        }
        ending = reason;
        due = List.copyOf(actions);
        actions.clear();
      }
      due.forEach(Thread::startVirtualThread);
    }
  }
}
