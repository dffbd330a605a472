package gatehouse.admission.evaluation;

import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.certificate.DeviceClass;
import gatehouse.admission.evaluation.CaseState.Admitted;
import gatehouse.admission.evaluation.CaseState.Collecting;
import gatehouse.admission.evaluation.CaseState.PilotAuthorised;
import gatehouse.admission.evaluation.CaseState.PilotFailed;
import gatehouse.admission.evaluation.CaseState.PilotPassed;
import gatehouse.admission.evaluation.CaseState.PilotVoting;
import gatehouse.admission.evaluation.CaseState.Piloting;
import gatehouse.admission.evaluation.CaseState.Ready;
import gatehouse.admission.evaluation.CaseState.Tiered;
import gatehouse.admission.evaluation.CaseState.Vetoed;
import gatehouse.admission.evaluation.CaseState.Voting;
import gatehouse.admission.evaluation.CaseState.Withdrawn;
import gatehouse.admission.evidence.Dimension;
import gatehouse.admission.evidence.Evidence;
import gatehouse.admission.evidence.EvidenceKind;
import gatehouse.admission.evidence.Protocol;
import gatehouse.admission.evidence.Score;
import gatehouse.admission.panel.Panel;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.person.Person;
import gatehouse.admission.person.Role;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Tier;
import gatehouse.clauses.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One evaluation on the strict track. Immutable; this record collects the bundle and the panel, the
 * rounds are in {@link CaseRounds}, the pilot in {@link CasePilot}.
 */
public record AdmissionCase(
    CaseId id, Subject subject, CaseState state, Bundle bundle, Panel panel, long revision) {

  /** A new case for a tiered application. */
  public static Outcome<CaseChange> opened(CaseId id, Subject subject) {
    if (subject.tier() == Tier.LOW) {
      return Outcome.refused(Refusal.WRONG_TRACK);
    }
    AdmissionCase fresh =
        new AdmissionCase(id, subject, new Tiered(), Bundle.empty(), Panel.empty(), 1);
    return Outcome.done(new CaseChange(fresh, List.of(new CaseEvent.CaseOpened())));
  }

  /** Medical engineering checked the certificate; a class III device is never below HIGH (H2). */
  @Clause({"G-10", "G-18"})
  public Outcome<CaseChange> certificateChecked(Certificate certificate, LocalDate day) {
    List<Refusal> faults = new ArrayList<>(certificate.faultsOn(day));
    if (certificate.deviceClass() == DeviceClass.III && subject.tier() != Tier.HIGH) {
      faults.add(Refusal.TIER_BELOW_FLOOR);
    }
    if (!faults.isEmpty()) {
      return new Outcome.Refused<>(faults);
    }
    CaseEvent event = new CaseEvent.CertificateChecked(certificate);
    return state instanceof Tiered tiered
        ? Outcome.done(changed(tiered.certified(), bundle.with(certificate), panel, event))
        : collected(bundle.with(certificate), event);
  }

  /** Thresholds are fixed before the run and can never be edited once results are in. */
  @Clause("G-19")
  public Outcome<CaseChange> thresholdsFixed(EvidenceKind kind, Protocol protocol) {
    if (!kind.measured()) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    if (bundle.evidence().containsKey(kind)) {
      return Outcome.refused(Refusal.THRESHOLDS_FIXED);
    }
    return collected(bundle.with(kind, protocol), new CaseEvent.ThresholdsFixed(kind, protocol));
  }

  /** Files evidence, in the name of a person whose role and department fit it. */
  @Clause({"G-19", "G-20", "G-21"})
  public Outcome<CaseChange> evidenceFiled(Evidence evidence, Person author) {
    EvidenceKind kind = evidence.kind();
    boolean foreignClinician =
        kind == EvidenceKind.CLIN && !subject.department().equals(author.department());
    if (!author.holdsAny(kind.authors()) || foreignClinician) {
      return Outcome.refused(Refusal.EVIDENCE_AUTHOR);
    }
    if (!kind.measured()) {
      return collected(bundle.with(evidence), new CaseEvent.EvidenceFiled(evidence));
    }
    Protocol protocol = bundle.protocols().get(kind);
    if (protocol == null) {
      return Outcome.refused(Refusal.THRESHOLDS_MISSING);
    }
    if (evidence.ranAt() == null || !protocol.fixedBefore(evidence.ranAt())) {
      return Outcome.refused(Refusal.RUN_BEFORE_THRESHOLDS);
    }
    Evidence judged = evidence.judgedBy(protocol);
    return collected(bundle.with(judged), new CaseEvent.EvidenceFiled(judged));
  }

  /** The ethics seat answers a breached fairness threshold in writing. */
  @Clause("G-13")
  public Outcome<CaseChange> fairnessAnswered(String answer, Person by) {
    return by.holds(Role.SEAT_ETHICS)
        ? collected(bundle.answered(answer), new CaseEvent.FairnessAnswered())
        : Outcome.refused(Refusal.SEAT_ROLE_MISSING);
  }

  /** Scores one of the four dimensions. */
  @Clause("G-01")
  public Outcome<CaseChange> dimensionScored(Dimension dimension, Score score) {
    return collected(
        bundle.with(dimension, score), new CaseEvent.DimensionScored(dimension, score.points()));
  }

  /** Closes collecting. A bundle that was vetoed once does not come back unchanged (A10). */
  @Clause({"G-01", "G-23"})
  public Outcome<CaseChange> completed(LocalDate day, Predicate<String> vetoedBefore) {
    if (!(state instanceof Collecting collecting)) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    List<Refusal> gaps = new ArrayList<>(gapsOn(day));
    String hash = bundle.hash(subject, null);
    if (vetoedBefore.test(hash)) {
      gaps.add(Refusal.BUNDLE_ALREADY_VETOED);
    }
    CaseState next = bundle.pilot() == null ? collecting.completed() : collecting.completedAgain();
    return Outcome.unless(
        gaps, changed(next, bundle, panel, new CaseEvent.EvidenceCompleted(hash)));
  }

  /** Everything that keeps the case from a round that day. */
  public List<Refusal> gapsOn(LocalDate day) {
    List<Refusal> gaps = new ArrayList<>(bundle.gapsOn(day));
    if (!subject.failover()) {
      gaps.add(Refusal.NO_FAILOVER_PLAN);
    }
    return gaps;
  }

  /** A person takes a seat for this case. */
  public Outcome<CaseChange> seated(Seat seat, Person person) {
    if (over()) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    return panel
        .seated(seat, person, subject.requestedBy())
        .map(next -> changed(state, bundle, next, new CaseEvent.SeatTaken(seat)));
  }

  /** A person declares a conflict; a round in which it holds a seat is void. */
  @Clause("E-64")
  public Outcome<CaseChange> recused(Person person) {
    if (over()) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    Panel next = panel.recused(person.subject());
    CaseEvent event = new CaseEvent.ConflictDeclared();
    return Outcome.done(
        switch (state) {
          case PilotVoting voting when voting.round().holders().containsValue(person.subject()) ->
              changed(
                  voting.voided(), bundle, next, event, new CaseEvent.RoundVoided(voting.round()));
          case Voting voting when voting.round().holders().containsValue(person.subject()) ->
              changed(
                  voting.voided(), bundle, next, event, new CaseEvent.RoundVoided(voting.round()));
          case Tiered _,
              Collecting _,
              Ready _,
              PilotVoting _,
              PilotAuthorised _,
              Piloting _,
              PilotPassed _,
              Voting _,
              Admitted _,
              Vetoed _,
              PilotFailed _,
              Withdrawn _ ->
              changed(state, bundle, next, event);
        });
  }

  /** Rule U changed the tier; what was complete or voted on under the old one is open again. */
  public Outcome<CaseChange> retiered(Tier tier) {
    AdmissionCase other = new AdmissionCase(id, subject.at(tier), state, bundle, panel, revision);
    CaseEvent event = new CaseEvent.CaseRetiered();
    return switch (state) {
      case Tiered _, Piloting _ -> Outcome.done(other.changed(state, bundle, panel, event));
      case Collecting _,
          Ready _,
          PilotVoting _,
          PilotAuthorised _,
          PilotPassed _,
          Voting _,
          Admitted _,
          Vetoed _,
          PilotFailed _,
          Withdrawn _ ->
          other.collected(bundle, event);
    };
  }

  /** The vendor, or the applicant, takes the case back. */
  public Outcome<CaseChange> withdrawnBy(Person person) {
    boolean theirs =
        subject.vendor().equals(person.vendor()) || subject.requestedBy().equals(person.subject());
    return theirs ? withdrawn() : Outcome.refused(Refusal.NOT_THE_REQUESTER);
  }

  /** Takes the case back; what ended stays ended. */
  public Outcome<CaseChange> withdrawn() {
    return over()
        ? Outcome.refused(Refusal.WRONG_STATE)
        : Outcome.done(changed(new Withdrawn(), bundle, panel, new CaseEvent.CaseWithdrawn()));
  }

  /** True when no step leads out of the state. */
  public boolean over() {
    return switch (state) {
      case Admitted _, Vetoed _, PilotFailed _, Withdrawn _ -> true;
      case Tiered _,
          Collecting _,
          Ready _,
          PilotVoting _,
          PilotAuthorised _,
          Piloting _,
          PilotPassed _,
          Voting _ ->
          false;
    };
  }

  /** The rounds of this case. */
  public CaseRounds rounds() {
    return new CaseRounds(this);
  }

  /** The pilot of this case. */
  public CasePilot trial() {
    return new CasePilot(this);
  }

  /** The hash that was vetoed, if it was: what must not come back (A10). */
  public Optional<String> vetoedHash() {
    return state instanceof Vetoed ? Optional.of(bundle.hash(subject, null)) : Optional.empty();
  }

  /** A change of what is judged: a round on it is void, what was complete is open again. */
  @Clause("G-24")
  private Outcome<CaseChange> collected(Bundle next, CaseEvent event) {
    return switch (state) {
      case Collecting now -> Outcome.done(changed(now, next, panel, event));
      case Ready now -> Outcome.done(changed(now.reopened(), next, panel, event));
      case PilotAuthorised now -> Outcome.done(changed(now.reopened(), next, panel, event));
      case PilotPassed now -> Outcome.done(changed(now.reopened(), next, panel, event));
      case PilotVoting now ->
          Outcome.done(
              changed(now.voided(), next, panel, event, new CaseEvent.RoundVoided(now.round())));
      case Voting now ->
          Outcome.done(
              changed(now.voided(), next, panel, event, new CaseEvent.RoundVoided(now.round())));
      case Tiered _, Piloting _, Admitted _, Vetoed _, PilotFailed _, Withdrawn _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  CaseChange changed(CaseState next, Bundle nextBundle, Panel nextPanel, CaseEvent... events) {
    return new CaseChange(
        new AdmissionCase(id, subject, next, nextBundle, nextPanel, revision + 1), List.of(events));
  }
}
