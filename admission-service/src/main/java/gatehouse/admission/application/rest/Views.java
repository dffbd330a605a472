package gatehouse.admission.application.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.application.Application;
import gatehouse.admission.application.Declaration.PatientData;
import gatehouse.admission.application.Egress;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.LeadApplication;
import gatehouse.admission.application.Status;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.tiering.FiredRule;
import gatehouse.admission.tiering.Supervision;
import gatehouse.admission.tiering.Tier;
import gatehouse.admission.tiering.TierDecision;
import gatehouse.web.Reason;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an application is shown to those who work on it, as it reads at this moment. */
@Singleton
class Views {
  private final LeadApplication lead;
  private final Answers answers;
  private final HospitalDay day;

  Views(LeadApplication lead, Answers answers, HospitalDay day) {
    this.lead = lead;
    this.answers = answers;
    this.day = day;
  }

  record TieringView(
      String rulesetVersion, Tier tier, Tier floor, Tier proposed, List<FiredRule> trace) {}

  record GrantView(
      Grant.Track track,
      String basis,
      Egress egress,
      List<String> conditions,
      @Nullable LocalDate until,
      @Nullable LocalDate certificateValidTo) {}

  record ApplicationView(
      UUID id,
      String code,
      Status status,
      List<Reason> causes,
      String product,
      String version,
      String digest,
      String vendor,
      String scenario,
      String department,
      @Nullable String owner,
      PatientData patientData,
      Egress requestedEgress,
      Supervision supervision,
      @Nullable TieringView tiering,
      @Nullable GrantView grant,
      long revision) {}

  Instant now() {
    return day.now();
  }

  Response answer(Outcome<Application> outcome) {
    return answers.ok(outcome, this::view);
  }

  private ApplicationView view(Application application) {
    Application.Seen seen = lead.seen(application);
    return new ApplicationView(
        application.id().value(),
        application.identity().code(),
        seen.status(),
        answers.reasons(seen.causes()),
        application.identity().product(),
        application.identity().version(),
        application.identity().digest(),
        application.identity().vendor(),
        application.identity().scenario(),
        application.identity().department(),
        application.declaration().owner(),
        application.declaration().patientData(),
        application.declaration().requestedEgress(),
        application.supervision(),
        application.tiering() == null ? null : view(application.tiering()),
        application.grant() == null ? null : view(application.grant()),
        application.revision());
  }

  private static TieringView view(TierDecision decision) {
    return new TieringView(
        decision.rulesetVersion(),
        decision.tier(),
        decision.floor(),
        decision.proposed(),
        decision.trace());
  }

  private static GrantView view(Grant grant) {
    return new GrantView(
        grant.track(),
        grant.basis(),
        grant.egress(),
        grant.conditions(),
        grant.until(),
        grant.certificate() == null ? null : grant.certificate().expires());
  }
}
