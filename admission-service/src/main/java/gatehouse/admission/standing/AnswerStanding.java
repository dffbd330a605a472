package gatehouse.admission.standing;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.Applications;
import gatehouse.admission.application.Failover;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.LeadApplication;
import gatehouse.admission.application.Status;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.evaluation.AdmissionCase;
import gatehouse.admission.evaluation.CaseState;
import gatehouse.admission.evaluation.Cases;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Tier;
import gatehouse.admission.training.CheckTraining;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers an enforcement point: how does the application stand at this moment, and may this user
 * use it? Everything is asked of the owner's own tables, nothing of a copy.
 */
@ApplicationScoped
public class AnswerStanding {
  private final Applications applications;
  private final LeadApplication lead;
  private final Cases cases;
  private final CheckTraining training;
  private final HospitalDay day;

  AnswerStanding(
      Applications applications,
      LeadApplication lead,
      Cases cases,
      CheckTraining training,
      HospitalDay day) {
    this.applications = applications;
    this.lead = lead;
    this.cases = cases;
    this.training = training;
    this.day = day;
  }

  /** What is asked; digest, user and place may be unknown to the asker. */
  public record Question(
      String code, @Nullable String digest, @Nullable String user, @Nullable String place) {}

  /** The standing, or that there is no such application. */
  public Outcome<Standing> answer(Question question) {
    return applications
        .find(question.code())
        .map(found -> Outcome.done(standingOf(found, question)))
        .orElseGet(() -> Outcome.refused(Refusal.APPLICATION_UNKNOWN));
  }

  private Standing standingOf(Application application, Question question) {
    Application.Seen seen = lead.seen(application);
    Optional<AdmissionCase> pilot = pilotOf(application, seen);
    Set<Refusal> admission = new LinkedHashSet<>();
    if (question.digest() != null && !question.digest().equals(application.identity().digest())) {
      admission.add(Refusal.VERSION_NOT_ADMITTED);
    }
    admission.addAll(
        pilot
            .map(running -> inPilot(running, question.place()))
            .orElseGet(() -> inUse(application, seen, question.place())));
    String status = pilot.isPresent() ? "PILOT" : seen.status().name();
    return new Standing(
        application,
        status,
        failoverOf(application),
        List.copyOf(admission),
        training.objections(question.user(), application.identity().product(), application.tier()),
        training.before(question.user(), day.midnight()));
  }

  /** A running pilot, unless a stop is known: then nothing runs. */
  private Optional<AdmissionCase> pilotOf(Application application, Application.Seen seen) {
    return seen.status() == Status.INACTIVE && !lead.stopped(application)
        ? cases
            .latestOf(application.id())
            .filter(found -> found.state() instanceof CaseState.Piloting)
        : Optional.empty();
  }

  @Clause("G-25")
  private List<Refusal> inPilot(AdmissionCase running, @Nullable String place) {
    return place == null
        ? List.of(Refusal.PLACE_NOT_ALLOWED)
        : running.trial().objections(place, day.today());
  }

  @Clause({"G-02", "G-18", "G-51"})
  private List<Refusal> inUse(
      Application application, Application.Seen seen, @Nullable String place) {
    List<Refusal> reasons = new ArrayList<>();
    if (lead.stopped(application)) {
      reasons.add(Refusal.STOPPED);
    }
    reasons.addAll(
        switch (seen.status()) {
          case ACTIVE, STOPPED -> List.of();
          case SUSPENDED -> suspension(application, seen);
          case PROHIBITED -> List.of(Refusal.NOT_ADMITTED, Refusal.PROHIBITED);
          case INACTIVE -> notYet(application);
          case DRAFT, READY_TO_ACTIVATE, RETIRED -> List.of(Refusal.NOT_ADMITTED);
        });
    if (place != null && !place.equals(application.identity().department())) {
      reasons.add(Refusal.PLACE_NOT_ALLOWED);
    }
    return reasons;
  }

  private List<Refusal> suspension(Application application, Application.Seen seen) {
    List<Refusal> reasons = new ArrayList<>(List.of(Refusal.SUSPENDED));
    reasons.addAll(seen.causes());
    Grant grant = application.grant();
    Certificate certificate = grant == null ? null : grant.certificate();
    if (certificate != null) {
      reasons.addAll(certificate.faultsOn(day.today()));
    }
    return reasons;
  }

  /** Above LOW a missing certificate is named: it is what bars clinical use (G-18). */
  @Clause("G-18")
  private List<Refusal> notYet(Application application) {
    boolean uncertified =
        application.tier() != Tier.LOW
            && cases
                .latestOf(application.id())
                .filter(found -> found.bundle().certificate() != null)
                .isEmpty();
    return uncertified
        ? List.of(Refusal.NOT_ADMITTED, Refusal.CERT_MISSING)
        : List.of(Refusal.NOT_ADMITTED);
  }

  /** A backup that is not in use itself is no backup: then the plan is the manual route (G-52). */
  @Clause("G-52")
  private @Nullable Failover failoverOf(Application application) {
    Failover plan = application.declaration().failover();
    if (plan == null || plan.backup() == null) {
      return plan;
    }
    boolean ready =
        applications
            .find(plan.backup())
            .filter(backup -> lead.seen(backup).status() == Status.ACTIVE)
            .isPresent();
    return ready ? plan : plan.manual();
  }
}
