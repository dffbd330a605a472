package gatehouse.admission.evaluation.events;

import gatehouse.admission.evaluation.AdmissionCase;
import gatehouse.admission.evaluation.CaseEvent;
import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Round;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.pilot.Pilot;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event of a case in the words that others read. No person is named: seats are, and choices only
 * once their round is closed.
 *
 * @param what past participle, the last part of the event's type
 */
record Told(String what, List<String> clauses, Map<String, Object> data) {

  static Told of(CaseEvent event, AdmissionCase admissionCase) {
    Told told =
        switch (event) {
          case CaseEvent.CaseOpened _ -> opened(admissionCase);
          case CaseEvent.CertificateChecked checked -> checked(checked);
          case CaseEvent.ThresholdsFixed fixed ->
              told("thresholds-fixed", "G-19")
                  .and("kind", fixed.kind())
                  .and("thresholds", fixed.protocol().lines());
          case CaseEvent.EvidenceFiled filed -> filed(filed);
          case CaseEvent.DimensionScored scored ->
              told("dimension-scored", "G-01")
                  .and("dimension", scored.dimension())
                  .and("points", scored.points());
          case CaseEvent.FairnessAnswered _ -> told("fairness-answered", "G-13");
          case CaseEvent.EvidenceCompleted completed ->
              told("evidence-completed", "G-01").and("bundleHash", completed.bundleHash());
          case CaseEvent.SeatTaken taken -> told("seat-filled", "G-22").and("seat", taken.seat());
          case CaseEvent.ConflictDeclared _ -> told("conflict-declared", "E-64");
          case CaseEvent.RoundOpened opened -> round("round-opened", opened.round());
          case CaseEvent.BallotCast cast ->
              round("ballot-cast", cast.round()).and("seat", cast.seat());
          case CaseEvent.RoundPassed passed ->
              round("round-passed", passed.round()).and("choices", choices(passed.round()));
          case CaseEvent.RoundVoided voided -> round("round-voided", voided.round());
          case CaseEvent.EvaluationVetoed vetoed -> vetoed(vetoed.round(), vetoed.veto());
          case CaseEvent.PilotStarted started -> pilot("pilot-started", started.pilot());
          case CaseEvent.PilotCaseRecorded run -> pilot("pilot-case-recorded", run.pilot());
          case CaseEvent.PilotFinished finished ->
              pilot("pilot-finished", finished.pilot()).and("results", finished.pilot().results());
          case CaseEvent.AdmissionGranted granted -> granted(granted);
          case CaseEvent.CaseRetiered _ ->
              told("retiered", "G-08").and("tier", admissionCase.subject().tier());
          case CaseEvent.CaseWithdrawn _ -> told("withdrawn", "G-17");
        };
    return told.and("application", admissionCase.subject().code())
        .and("state", admissionCase.state().getClass().getSimpleName());
  }

  private static Told opened(AdmissionCase admissionCase) {
    Told told =
        told("opened", "G-17")
            .and("applicationId", admissionCase.subject().application().value())
            .and("tier", admissionCase.subject().tier())
            .and("digest", admissionCase.subject().digest())
            .and("scenario", admissionCase.subject().scenario())
            .and("department", admissionCase.subject().department());
    return admissionCase.subject().predecessor() == null
        ? told
        : told.and("predecessor", admissionCase.subject().predecessor().value());
  }

  private static Told checked(CaseEvent.CertificateChecked checked) {
    return told("certificate-checked", "G-18")
        .and("number", checked.certificate().number().value())
        .and("deviceClass", checked.certificate().deviceClass())
        .and("validTo", checked.certificate().expires());
  }

  private static Told filed(CaseEvent.EvidenceFiled filed) {
    return told("evidence-filed", "G-01")
        .and("kind", filed.evidence().kind())
        .and("fileDigest", filed.evidence().fileDigest())
        .and("passed", filed.evidence().passed());
  }

  private static Told vetoed(Round round, Ballot veto) {
    Told told = round("vetoed", round).and("seat", veto.seat()).and("choices", choices(round));
    return veto.reason() == null ? told : told.and("reason", veto.reason());
  }

  private static Told granted(CaseEvent.AdmissionGranted granted) {
    Told told =
        told("admission-granted", "G-22", "G-25")
            .and("egress", granted.proposal().egress())
            .and("conditions", granted.proposal().conditions());
    return granted.proposal().until() == null
        ? told
        : told.and("until", granted.proposal().until());
  }

  private static Told round(String what, Round round) {
    return told(what, "G-23", "G-24")
        .and("roundId", round.id())
        .and("stage", round.stage())
        .and("bundleHash", round.bundleHash());
  }

  private static Told pilot(String what, Pilot pilot) {
    return told(what, "G-25")
        .and("environment", pilot.plan().environment())
        .and("digest", pilot.plan().digest())
        .and("cap", pilot.plan().cap())
        .and("used", pilot.used())
        .and("phase", pilot.phase());
  }

  private static Map<Seat, Object> choices(Round round) {
    Map<Seat, Object> choices = new EnumMap<>(Seat.class);
    round.ballots().forEach((seat, ballot) -> choices.put(seat, ballot.choice()));
    return choices;
  }

  private static Told told(String what, String... clauses) {
    return new Told(what, List.of(clauses), Map.of());
  }

  private Told and(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(key, value);
    return new Told(what, clauses, more);
  }
}
