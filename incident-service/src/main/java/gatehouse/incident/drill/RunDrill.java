package gatehouse.incident.drill;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.duty.Act;
import gatehouse.incident.stop.Stops;
import gatehouse.incident.stop.StopsInForce;
import gatehouse.web.Ids;
import gatehouse.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts and ends a drill. The same epoch, lease and confirmation as a stop's; ending it needs no
 * recovery, because nothing that exists was stopped.
 */
@ApplicationScoped
@Clause("G-51")
public class RunDrill {
  /** The code of no application: gateways deny it while a drill runs, and nothing else for it. */
  public static final String APPLICATION = "gatehouse-drill";

  private final Drills drills;
  private final Stops stops;
  private final DrillEvents events;
  private final DrillTexts texts;
  private final DrillSettings settings;

  RunDrill(
      Drills drills, Stops stops, DrillEvents events, DrillTexts texts, DrillSettings settings) {
    this.drills = drills;
    this.stops = stops;
    this.events = events;
    this.texts = texts;
    this.settings = settings;
  }

  /** What a drill says and is called. */
  @ApplicationScoped
  static class DrillTexts {
    private final Messages messages;
    private final Ids ids;

    DrillTexts(Messages messages, Ids ids) {
      this.messages = messages;
      this.ids = ids;
    }

    ManualRoute route() {
      return new ManualRoute(messages.text("drill.ROUTE"), messages.textEn("drill.ROUTE"));
    }

    UUID next() {
      return ids.next();
    }
  }

  @Transactional
  public DrillResult start(Act act) {
    long epoch = stops.lockEpoch() + 1;
    Optional<Drill> running =
        drills.latest(1).stream().filter(drill -> drill.end() == null).findFirst();
    if (running.isPresent()) {
      return new DrillResult.Running(running.get());
    }
    Drill drill = new Drill(texts.next(), epoch, act.signature(), null);
    stops.addDrill(new StopsInForce.Drill(drill.id(), epoch, APPLICATION, texts.route(), act.at()));
    drills.add(drill);
    events.started(drill, act);
    return new DrillResult.Done(drill);
  }

  @Transactional
  public DrillResult end(UUID id, Act act) {
    long epoch = stops.lockEpoch() + 1;
    Drill drill = drills.lock(id).orElse(null);
    if (drill == null) {
      return new DrillResult.Unknown();
    }
    if (drill.end() != null) {
      return new DrillResult.Over(drill);
    }
    Drill.Enforced enforced = drills.enforced(drill.epoch()).orElse(null);
    Drill ended =
        new Drill(
            id, drill.epoch(), drill.started(), new Drill.End(act.signature(), epoch, enforced));
    stops.endDrill(id, epoch);
    drills.end(ended);
    events.ended(ended, ended.outcome(settings.allowed()), act);
    return new DrillResult.Done(ended);
  }
}
