package gatehouse.admission.application;

import gatehouse.admission.application.ApplicationState.Confirmation;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.person.Person;
import gatehouse.admission.person.Role;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.stop.StopOrder;
import gatehouse.admission.stop.Stops;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leads an application through its life after the decision: on, out, back on, and away. */
@ApplicationScoped
public class LeadApplication {
  private final Applications applications;
  private final ApplicationEvents events;
  private final Stops stops;
  private final HospitalDay day;

  LeadApplication(
      Applications applications, ApplicationEvents events, Stops stops, HospitalDay day) {
    this.applications = applications;
    this.events = events;
    this.stops = stops;
    this.day = day;
  }

  /**
   * Lets in what an evaluation or a filing decided on.
   *
   * @throws IllegalStateException when the application does not wait for a decision: a defect
   */
  @Transactional
  public void grant(ApplicationId id, Grant grant) {
    Application waiting = applications.locked(id).orElseThrow();
    switch (waiting.granted(grant)) {
      case Outcome.Done<Application> done -> keep(done.value());
      case Outcome.Refused<Application> refused ->
          throw new IllegalStateException("A decision without waiting: " + refused.reasons());
    }
  }

  /** Switches on; a stop that is known here forbids it. */
  @Transactional
  public Outcome<Application> activate(String code) {
    return change(
        code,
        application ->
            stopped(application)
                ? Outcome.refused(Refusal.STOPPED)
                : application.activated(day.today(), day.now()));
  }

  @Transactional
  public Outcome<Application> suspend(String code) {
    return change(code, application -> application.suspended(Refusal.SUSPENDED_BY_HAND));
  }

  /** The owner confirms as owner, medical engineering as engineering; nobody as both. */
  @Transactional
  public Outcome<Application> confirm(String code, Person by, @Nullable String staffId) {
    return change(
        code,
        application ->
            by.holds(Role.SEAT_MED_ENGINEERING)
                ? application.confirmed(Confirmation.ENGINEERING, day.today(), day.now())
                : confirmedByOwner(application, staffId));
  }

  private Outcome<Application> confirmedByOwner(Application application, @Nullable String staffId) {
    return staffId != null && staffId.equals(application.declaration().owner())
        ? application.confirmed(Confirmation.OWNER, day.today(), day.now())
        : Outcome.refused(Refusal.NOT_THE_OWNER);
  }

  @Transactional
  public Outcome<Application> renew(String code, Certificate certificate) {
    return change(code, application -> application.recertified(certificate, day.today()));
  }

  @Transactional
  public Outcome<Application> nameOwner(String code, @Nullable String owner) {
    return change(code, application -> application.ownedBy(owner));
  }

  @Transactional
  public Outcome<Application> retire(String code) {
    return change(code, Application::retired);
  }

  /**
   * Lets the next version follow after its change case passed. Refused while the application does
   * not read as ACTIVE, and when a stop names the next version (G-02).
   */
  @Transactional
  @Clause("G-02")
  public Outcome<Application> follow(ApplicationId id, UUID version, String name, String digest) {
    Application present = applications.locked(id).orElseThrow();
    List<Refusal> reasons = notInUse(present);
    if (!reasons.isEmpty()) {
      return new Outcome.Refused<>(reasons);
    }
    return present
        .followedBy(present.identity().at(version, name, digest))
        .then(next -> stopped(next) ? Outcome.refused(Refusal.STOPPED) : Outcome.done(next))
        .map(this::keep);
  }

  /** Why it is not in use at this moment; empty when it is. */
  public List<Refusal> notInUse(Application application) {
    return switch (seen(application).status()) {
      case ACTIVE -> List.of();
      case STOPPED -> List.of(Refusal.STOPPED);
      case SUSPENDED -> List.of(Refusal.NOT_IN_USE, Refusal.SUSPENDED);
      case DRAFT, PROHIBITED, INACTIVE, READY_TO_ACTIVATE, RETIRED -> List.of(Refusal.NOT_IN_USE);
    };
  }

  /** How it reads now. */
  public Application.Seen seen(Application application) {
    return application.seenOn(day.today(), stopped(application));
  }

  /** Whether a stop that is known here covers it. */
  public boolean stopped(Application application) {
    StopOrder.Target target = application.identity().stopTarget(application.id());
    return stops.inForce().stream().anyMatch(order -> order.covers(target));
  }

  private Outcome<Application> change(
      String code, Function<Application, Outcome<Application>> step) {
    return applications
        .locked(code)
        .map(step)
        .orElseGet(() -> Outcome.refused(Refusal.APPLICATION_UNKNOWN))
        .map(this::keep);
  }

  private Application keep(Application changed) {
    applications.save(changed);
    events.statusChanged(changed);
    return changed;
  }
}
