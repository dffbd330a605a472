package gatehouse.admission.filing;

import gatehouse.admission.application.Egress;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.LeadApplication;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.pilot.Pilot;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Tier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.BiFunction;

/** Takes a filing one step further; the step that files it grants the application as well. */
@ApplicationScoped
public class LeadFiling {
  private final Filings filings;
  private final FilingEvents events;
  private final LeadApplication applications;
  private final TierDoubts doubts;
  private final HospitalDay day;

  LeadFiling(
      Filings filings,
      FilingEvents events,
      LeadApplication applications,
      TierDoubts doubts,
      HospitalDay day) {
    this.filings = filings;
    this.events = events;
    this.applications = applications;
    this.doubts = doubts;
    this.day = day;
  }

  /** One step of the filing, told what day it is in the hospital. */
  @Transactional
  public Outcome<Filing> step(
      FilingId id, BiFunction<Filing, HospitalDay, Outcome<Filing.Change>> step) {
    return filings
        .locked(id)
        .map(found -> step.apply(found, day))
        .orElseGet(() -> Outcome.refused(Refusal.FILING_UNKNOWN))
        .map(this::keep);
  }

  private Filing keep(Filing.Change change) {
    Filing after = change.filing();
    filings.save(after);
    events.happened(change);
    switch (after.state()) {
      case FilingState.Filed filed ->
          applications.grant(after.application(), grantOf(after, filed.number()));
      case FilingState.Doubted _ -> doubts.doubted(after.code());
      case FilingState.Open _, FilingState.Refused _, FilingState.Superseded _ -> {}
    }
    return after;
  }

  /** LOW never lets anything out: egress is a matter for the panel (G-42). */
  private Grant grantOf(Filing filed, String number) {
    Pilot pilot = filed.pilot();
    if (pilot == null) {
      throw new IllegalStateException("Nothing is filed without a pilot");
    }
    return new Grant(
        Grant.Track.FILED,
        number,
        Tier.LOW,
        filed.digest(),
        pilot.plan().digest(),
        null,
        true,
        null,
        Egress.NONE,
        List.of(),
        null,
        day.now());
  }
}
