package gatehouse.admission.evaluation;

import gatehouse.admission.application.Grant;
import gatehouse.admission.application.LeadApplication;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.evidence.Evidence;
import gatehouse.admission.evidence.EvidenceKind;
import gatehouse.admission.pilot.Pilot;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes a case one step further, under the lock of its row, with its events and, when the step
 * admits, the grant of its application in the same transaction.
 */
@ApplicationScoped
public class LeadCase {
  private final Cases cases;
  private final CaseEvents events;
  private final LeadApplication applications;
  private final HospitalDay day;

  LeadCase(Cases cases, CaseEvents events, LeadApplication applications, HospitalDay day) {
    this.cases = cases;
    this.events = events;
    this.applications = applications;
    this.day = day;
  }

  /** One step of the case, told what day it is in the hospital. */
  @Transactional
  public Outcome<AdmissionCase> step(
      CaseId id, BiFunction<AdmissionCase, HospitalDay, Outcome<CaseChange>> step) {
    return cases
        .locked(id)
        .map(found -> step.apply(found, day))
        .orElseGet(() -> Outcome.refused(Refusal.CASE_UNKNOWN))
        .map(this::keep);
  }

  /** Closes collecting, unless this very bundle was vetoed before (A10). */
  @Transactional
  public Outcome<AdmissionCase> complete(CaseId id) {
    return step(
        id,
        (found, today) ->
            found.completed(today.today(), hash -> cases.vetoed(found.subject(), hash)));
  }

  /**
   * Opens a round.
   *
   * @param proposal what the panel is asked to admit; null asks it to let into a pilot
   */
  @Transactional
  public Outcome<AdmissionCase> openRound(
      CaseId id, UUID round, Instant closesAt, @Nullable Proposal proposal) {
    return step(
        id,
        (found, today) -> {
          CaseRounds.Opening opening =
              new CaseRounds.Opening(
                  round,
                  today.now(),
                  today.today(),
                  closesAt,
                  hash -> cases.vetoed(found.subject(), hash));
          return proposal == null
              ? found.rounds().pilotEntryOpened(opening)
              : found.rounds().admissionOpened(opening, proposal);
        });
  }

  private AdmissionCase keep(CaseChange change) {
    AdmissionCase after = change.admissionCase();
    cases.save(after);
    events.happened(change);
    if (after.state() instanceof CaseState.Admitted admitted) {
      applications.grant(after.subject().application(), grantOf(after, admitted.proposal()));
    }
    return after;
  }

  @Clause({"G-17", "G-22", "G-25"})
  private Grant grantOf(AdmissionCase admitted, Proposal proposal) {
    Bundle bundle = admitted.bundle();
    Certificate certificate = bundle.certificate();
    Evidence ethics = bundle.evidence().get(EvidenceKind.ETH);
    Pilot pilot = bundle.pilot();
    if (ethics == null || pilot == null) {
      throw new IllegalStateException("No round opens without ethics decision and pilot");
    }
    return new Grant(
        Grant.Track.ADMITTED,
        admitted.id().toString(),
        admitted.subject().tier(),
        admitted.subject().digest(),
        pilot.plan().digest(),
        certificate,
        ethics.passed(),
        ethics.validUntil(),
        proposal.egress(),
        proposal.conditions(),
        proposal.until(),
        day.now());
  }
}
