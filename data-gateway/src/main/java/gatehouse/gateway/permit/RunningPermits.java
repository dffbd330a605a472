package gatehouse.gateway.permit;

import gatehouse.clauses.Clause;
import gatehouse.gateway.kept.Concern;
import gatehouse.gateway.kept.KeptStandings;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import gatehouse.gateway.standing.StopCopy;
import gatehouse.lease.Grant;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The permits of the calls that run now, and what ends them. */
@ApplicationScoped
@Clause({"G-31", "G-51", "E-39"})
public class RunningPermits {
  private static final Logger LOG = Logger.getLogger(RunningPermits.class);

  /** How soon a stream that waits for its model notices that a lease ran out. */
  private static final long LOOK_MILLIS = 50;

  /** How often it is asked whether a condition still holds. */
  private static final long CONDITION_MILLIS = 500;

  /** A condition that nobody could look at for so long counts as lost. */
  private static final long DOUBT_NANOS = 3_000_000_000L;

  /** A right that nobody could look at for so long counts as lost, too. */
  private static final long UNKNOWN_NANOS = 10_000_000_000L;

  private final StopCopy stops;
  private final OwnerLeases leases;
  private final KeptStandings standings;
  private final EvaluatePermit.Condition condition;
  private final List<CallersRight> rights;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("running-permits").factory());

  // The database is asked here: whatever it does, stops and leases are looked at in time.
  private final ScheduledExecutorService conditions =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("conditions-of-permits").factory());

  public RunningPermits(
      StopCopy stops,
      OwnerLeases leases,
      KeptStandings standings,
      EvaluatePermit.Condition condition,
      @All List<CallersRight> rights) {
    this.stops = stops;
    this.leases = leases;
    this.standings = standings;
    this.condition = condition;
    this.rights = List.copyOf(rights);
    stops.onDenial(this::review);
    leases.onEnding(this::apply);
  }

  /** Something that gives a caller the right to call, and can take it away while a call runs. */
  public interface CallersRight {
    /**
     * Why this caller may not call any more. May ask the database.
     *
     * @throws RuntimeException while nobody knows
     */
    Optional<Refusal> lost(Caller caller);
  }

  void start(@Observes StartupEvent event) {
    every(LOOK_MILLIS, clock, Running::ending);
    every(CONDITION_MILLIS, clock, Running::askRights);
    every(CONDITION_MILLIS, conditions, Running::askCondition);
  }

  private void every(long millis, ScheduledExecutorService thread, Consumer<Running> look) {
    var _ = thread.scheduleWithFixedDelay(() -> each(look), millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    clock.shutdownNow();
    conditions.shutdownNow();
  }

  /**
   * The life of a permit that is about to be decided. It begins before anything is looked up, so
   * that nothing that is heard in between is missed.
   */
  Running begin(PermitQuestion question) {
    Running life = new Running(question, standings.userOf(question.user()));
    running.add(life);
    return life;
  }

  /** Ends what has to end. */
  private void review() {
    each(Running::ending);
  }

  /**
   * What one call meets, an Error included, must neither keep the others from being looked at nor
   * end the looks for good. Whoever cannot be looked at is not let go on.
   */
  private void each(Consumer<Running> look) {
    for (Running life : running) {
      try {
        look.accept(life);
      } catch (RuntimeException | Error e) {
        LOG.errorf("a running call could not be looked at: %s", e.getClass().getName());
        life.end(Refusal.of(Code.OWNER_UNREACHABLE));
      }
    }
  }

  /** What the facts deny ends; of stops the copy tells. */
  private void apply(Owner owner, Grant grant) {
    switch (owner) {
      case INCIDENT -> review();
      case ADMISSION -> touch(grant, Refusal.of(Code.STANDING_CHANGED));
      case CONSENT -> touch(grant, Refusal.of(Code.CONSENT_CHANGED));
    }
  }

  private void touch(Grant grant, Refusal reason) {
    running.stream()
        .filter(
            life -> grant.complete() || grant.facts().stream().anyMatch(life.concern()::isEndedBy))
        .forEach(life -> life.end(reason));
  }

  /** One of them. */
  final class Running implements PermitLife {
    private final PermitQuestion question;
    private final @Nullable String user;
    private final List<Runnable> actions = new ArrayList<>();
    private volatile @Nullable ApplicationFacts application;
    private volatile @Nullable Refusal ending;
    private volatile @Nullable Caller caller;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean conditional;
    private volatile long heldAt;
    private volatile long entitledAt;

    private Running(PermitQuestion question, @Nullable String user) {
      this.question = question;
      this.user = user;
    }

    /** What admission said; before that every stop that might cover the call does. */
    void of(ApplicationFacts facts) {
      application = facts;
    }

    /** Its condition holds now, and is asked again and again from here on. */
    void dependsOnCondition() {
      heldAt = System.nanoTime();
      conditional = true;
    }

    @Override
    public void follow(Caller present) {
      entitledAt = System.nanoTime();
      caller = present;
    }

    /** On a thread of its own: a question that hangs keeps nobody else's from being put. */
    private void askRights() {
      Caller known = caller;
      if (known != null && ending == null && asking.compareAndSet(false, true)) {
        Thread.startVirtualThread(() -> askRights(known));
      }
    }

    private void askRights(Caller known) {
      long askedAt = System.nanoTime();
      try {
        for (CallersRight right : rights) {
          right.lost(known).ifPresent(this::end);
        }
        entitledAt = askedAt;
      } catch (RuntimeException e) {
        LOG.warnf("nobody knows whether a caller still may call: %s", e.getClass().getName());
      } catch (Error e) {
        LOG.errorf("a running call could not be looked at: %s", e.getClass().getName());
        end(Refusal.of(Code.OWNER_UNREACHABLE));
      } finally {
        asking.set(false);
      }
    }

    private void askCondition() {
      if (!conditional || ending != null) {
        return;
      }
      try {
        List<Refusal> objections = condition.objections(question);
        if (objections.isEmpty()) {
          heldAt = System.nanoTime();
        } else {
          end(objections.getFirst());
        }
      } catch (RuntimeException e) {
        LOG.warnf("a condition of a permit was not looked at: %s", e.getClass().getName());
      }
    }

    @Override
    public Optional<Refusal> ending() {
      if (ending == null) {
        Refusal reason = reason();
        if (reason != null) {
          end(reason);
        }
      }
      // Read anew: what a new lease denied has ended this before that lease counted, and whoever
      // was held up above saw the stops of before and the lease of after.
      return Optional.ofNullable(ending);
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

    private Concern concern() {
      return new Concern(
          question.application(),
          application,
          question.subject() == null ? null : question.subject().value(),
          user);
    }

    private @Nullable Refusal reason() {
      ApplicationFacts facts = application;
      if (facts == null) {
        // Still being decided: whoever decides asks all of this in its order.
        return null;
      }
      if (conditional && System.nanoTime() - heldAt > DOUBT_NANOS) {
        return condition.inDoubt();
      }
      if (caller != null && System.nanoTime() - entitledAt > UNKNOWN_NANOS) {
        return Refusal.of(Code.OWNER_UNREACHABLE);
      }
      if (!stops.covering(question.application(), facts).isEmpty()) {
        return Refusal.of(Code.STOPPED);
      }
      boolean heard =
          leases.isLive(Owner.INCIDENT)
              && leases.isLive(Owner.ADMISSION)
              && (question.subject() == null || leases.isLive(Owner.CONSENT));
      return heard ? null : Refusal.of(Code.OWNER_UNREACHABLE);
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
