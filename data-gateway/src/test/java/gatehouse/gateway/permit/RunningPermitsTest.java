package gatehouse.gateway.permit;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Eventually;
import gatehouse.gateway.kept.KeptStandings;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.gateway.permit.RunningPermits.CallersRight;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import gatehouse.gateway.standing.StopCopy;
import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import gatehouse.pseudonym.Pseudonyms;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ends a running call, whatever keeps it or another from being looked at. */
class RunningPermitsTest {
  private static final Caller BROKEN = new Caller("HIS_SYSTEM", "broken", "his");
  private static final Caller SILENT = new Caller("HIS_SYSTEM", "silent", "his");
  private static final Caller UNKNOWN = new Caller("HIS_SYSTEM", "unknown", "his");
  private static final ApplicationFacts GUIDE =
      new ApplicationFacts(
          "1",
          "guide",
          ApplicationFacts.Tier.LOW,
          null,
          null,
          null,
          null,
          ApplicationFacts.PatientData.NONE,
          ApplicationFacts.Egress.NONE,
          ApplicationFacts.Supervision.NONE,
          List.of(),
          null,
          1);
  private static final Caller OTHER = new Caller("HIS_SYSTEM", "other", "his");

  private final AtomicBoolean revoked = new AtomicBoolean();
  private final StopCopy stops = new StopCopy();
  private final OwnerLeases leases = new OwnerLeases(stops, new SimpleMeterRegistry());
  private final RunningPermits permits = permits(this::lost);

  @AfterEach
  void end() {
    permits.stop(new ShutdownEvent());
  }

  @Test
  void anErrorEndsItsOwnCallAndNotTheLooksAtTheOthers() throws Exception {
    RunningPermits.Running broken = begin(BROKEN);
    RunningPermits.Running other = begin(OTHER);

    permits.start(new StartupEvent());

    has(broken, Code.OWNER_UNREACHABLE);
    assertThat(other.ending()).isEmpty();
    revoked.set(true);
    has(other, Code.KEY_REVOKED);
  }

  @Test
  void aQuestionThatHangsKeepsNobodyElseFromBeingLookedAt() throws Exception {
    for (int i = 0; i < 20; i++) {
      begin(SILENT);
    }
    RunningPermits.Running other = begin(OTHER);

    permits.start(new StartupEvent());
    revoked.set(true);

    has(other, Code.KEY_REVOKED);
  }

  /** In doubt nobody goes on for long. */
  @Test
  void aRightThatNobodyKnowsEndsTheCall() throws Exception {
    RunningPermits.Running silent = begin(SILENT);
    RunningPermits.Running unknown = begin(UNKNOWN);
    RunningPermits.Running other = begin(OTHER);
    for (RunningPermits.Running life : List.of(silent, unknown, other)) {
      life.of(GUIDE);
    }

    permits.start(new StartupEvent());

    has(silent, Code.OWNER_UNREACHABLE);
    has(unknown, Code.OWNER_UNREACHABLE);
    assertThat(other.ending()).isEmpty();
  }

  /** Held up between the stops of before and the leases of after, as a stopped process is. */
  @Test
  void whatEndsWhileItIsLookedAtIsNotLive() throws Exception {
    RunningPermits.Running life = begin(OTHER);
    life.of(GUIDE);
    AtomicBoolean live = new AtomicBoolean();
    Thread looking = Thread.ofPlatform().unstarted(() -> live.set(life.isLive()));
    // A look asks the stops first, and stands still there.
    synchronized (stops) {
      looking.start();
      Eventually.holds(
          "the look stands still",
          Duration.ofSeconds(20),
          () -> looking.getState() == Thread.State.BLOCKED);
      leases
          .of(Owner.ADMISSION)
          .take(
              new Grant(
                  new UUID(1, 1),
                  2,
                  Duration.ofHours(1),
                  false,
                  List.of(new Fact(2, "APPLICATION", "guide"))),
              System.nanoTime());
    }
    looking.join();

    assertThat(life.ending()).contains(Refusal.of(Code.STANDING_CHANGED));
    assertThat(live).isFalse();
  }

  private Optional<Refusal> lost(Caller caller) {
    if (caller.equals(BROKEN)) {
      throw new NoClassDefFoundError("test");
    }
    if (caller.equals(UNKNOWN)) {
      throw new IllegalStateException("the database is down");
    }
    if (caller.equals(SILENT)) {
      LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
    }
    return revoked.get() ? Optional.of(Refusal.of(Code.KEY_REVOKED)) : Optional.empty();
  }

  private RunningPermits.Running begin(Caller caller) {
    RunningPermits.Running life =
        permits.begin(
            new PermitQuestion(
                "guide",
                null,
                null,
                null,
                "CARE",
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                null,
                null));
    life.follow(caller);
    return life;
  }

  private static void has(RunningPermits.Running life, Code code) throws Exception {
    Eventually.holds(
        "ends with " + code,
        Duration.ofSeconds(20),
        () -> life.ending().equals(Optional.of(Refusal.of(code))));
  }

  private RunningPermits permits(CallersRight right) {
    for (Owner owner : Owner.values()) {
      leases
          .of(owner)
          .take(
              new Grant(new UUID(1, 1), 1, Duration.ofHours(1), true, List.of()),
              System.nanoTime());
    }
    KeptStandings standings =
        new KeptStandings(
            _ -> {
              throw new IllegalStateException("nobody is to be asked");
            },
            leases,
            Pseudonyms.withKey("test", "A".repeat(43)),
            Clock.systemUTC(),
            Duration.ofMinutes(1));
    return new RunningPermits(stops, leases, standings, new NoCondition(), List.of(right));
  }

  private static final class NoCondition implements EvaluatePermit.Condition {
    @Override
    public List<Refusal> objections(PermitQuestion question) {
      return List.of();
    }

    @Override
    public List<String> obligations(ApplicationFacts application) {
      return List.of();
    }

    @Override
    public Refusal inDoubt() {
      return Refusal.of(Code.SUPERVISOR_REQUIRED);
    }
  }
}
