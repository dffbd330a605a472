package gatehouse.gateway.standing.rest;

import gatehouse.gateway.standing.Leases;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerAnswer.UnknownApplication;
import gatehouse.gateway.standing.OwnerLeases;
import gatehouse.lease.holder.RenewLease;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the gateway's token and its leases fresh, from the start on. */
@ApplicationScoped
class OwnersWatch {
  private static final Logger LOG = Logger.getLogger(OwnersWatch.class);

  private static final String NO_APPLICATION = "warm-up";
  private static final int BAD_REQUEST = 400;
  private static final long INTERVAL_MILLIS = 1_000;

  /** Before an owner that lent nothing is asked again. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final MachineToken token;
  private final List<RenewLease> renewals;
  private final AdmissionClient admission;
  private final ConsentClient consent;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("owners").factory());

  private volatile @Nullable ScheduledFuture<?> rounds;
  private int roundsToWarm = 5;

  OwnersWatch(
      MachineToken token,
      OwnerLeases held,
      Leases leases,
      @RestClient AdmissionClient admission,
      @RestClient ConsentClient consent) {
    this.token = token;
    this.admission = admission;
    this.consent = consent;
    this.renewals = Stream.of(Owner.values()).map(owner -> renewal(owner, held, leases)).toList();
  }

  void start(@Observes StartupEvent event) {
    rounds = loop.scheduleWithFixedDelay(this::look, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    renewals.forEach(RenewLease::start);
  }

  void stop(@Observes ShutdownEvent event) {
    ScheduledFuture<?> running = rounds;
    if (running != null) {
      running.cancel(true);
    }
    loop.shutdownNow();
    renewals.forEach(RenewLease::stop);
  }

  private static RenewLease renewal(Owner owner, OwnerLeases held, Leases leases) {
    return new RenewLease(
        owner.name(),
        held.of(owner),
        (epoch, applied) -> leases.renew(owner, epoch, applied),
        System::nanoTime,
        PAUSE);
  }

  /**
   * Walks the way to the other two owners a few times with questions that have no answer: the first
   * one loads code on both sides, and no call's budget of 120 ms would survive that.
   */
  private void warm() {
    boolean admissionKnowsNothing =
        Asking.ask(
                Owner.ADMISSION,
                () -> admission.ask(new StandingWire.Request(NO_APPLICATION, null, null, null)))
            instanceof UnknownApplication<?>;
    ConsentWire.Request noQuestion =
        new ConsentWire.Request(NO_APPLICATION, "HIGH", "", null, "", Collections.emptySortedSet());
    int status = BAD_REQUEST;
    try {
      consent.ask(noQuestion);
    } catch (WebApplicationException e) {
      status = e.getResponse().getStatus();
    }
    if (admissionKnowsNothing && status == BAD_REQUEST) {
      roundsToWarm--;
    }
  }

  private void look() {
    try {
      token.keepFresh();
      if (roundsToWarm > 0) {
        warm();
      }
    } catch (RuntimeException e) {
      // The next round tries again; without a token no owner lends anything.
      LOG.warnf("no token yet: %s", e.getClass().getSimpleName());
    }
  }
}
