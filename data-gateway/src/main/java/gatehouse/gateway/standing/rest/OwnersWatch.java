package gatehouse.gateway.standing.rest;

import gatehouse.gateway.standing.LoadStops;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerAnswer.UnknownApplication;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the gateway's token and its copy of the stops fresh, from the start on. The copy is also
 * fed by events; this loop makes a gateway without Kafka learn of a stop within the interval.
 */
@ApplicationScoped
class OwnersWatch {
  private static final Logger LOG = Logger.getLogger(OwnersWatch.class);

  private static final String NO_APPLICATION = "warm-up";
  private static final int BAD_REQUEST = 400;

  private final MachineToken token;
  private final LoadStops loadStops;
  private final AdmissionClient admission;
  private final ConsentClient consent;
  private final Duration interval;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("owners").factory());

  private volatile @Nullable ScheduledFuture<?> rounds;
  private int roundsToWarm = 5;

  OwnersWatch(
      MachineToken token,
      LoadStops loadStops,
      @RestClient AdmissionClient admission,
      @RestClient ConsentClient consent,
      @ConfigProperty(name = "gatehouse.stops.poll") Duration interval) {
    this.token = token;
    this.loadStops = loadStops;
    this.admission = admission;
    this.consent = consent;
    this.interval = interval;
  }

  void start(@Observes StartupEvent event) {
    rounds = loop.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    ScheduledFuture<?> running = rounds;
    if (running != null) {
      running.cancel(true);
    }
    loop.shutdownNow();
  }

  /**
   * Walks the way to the other two owners a few times with questions that have no answer: the first
   * one loads code on both sides, and no call's budget of 150 ms would survive that.
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
      loadStops.load();
      if (roundsToWarm > 0) {
        warm();
      }
    } catch (RuntimeException e) {
      // The next round tries again; until the first success the gateway is not ready.
      LOG.warnf("stops not loaded: %s", e.getClass().getSimpleName());
    }
  }
}
