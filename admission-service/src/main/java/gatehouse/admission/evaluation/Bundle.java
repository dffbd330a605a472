package gatehouse.admission.evaluation;

import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.evidence.BundleHash;
import gatehouse.admission.evidence.Dimension;
import gatehouse.admission.evidence.Evidence;
import gatehouse.admission.evidence.EvidenceKind;
import gatehouse.admission.evidence.Protocol;
import gatehouse.admission.evidence.Score;
import gatehouse.admission.pilot.Pilot;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a panel looks at: certificate, evidence, scores, pilot. Ballots are bound to its
 * hash (G-24). It holds the latest piece of each kind; earlier ones stand in the journal.
 *
 * @param fairnessAnswer the ethics seat's written answer to a breached fairness threshold
 */
public record Bundle(
    @Nullable Certificate certificate,
    Map<EvidenceKind, Protocol> protocols,
    Map<EvidenceKind, Evidence> evidence,
    Map<Dimension, Score> scores,
    @Nullable Pilot pilot,
    @Nullable String fairnessAnswer) {
  public Bundle {
    protocols = Map.copyOf(protocols);
    evidence = Map.copyOf(evidence);
    scores = Map.copyOf(scores);
  }

  static Bundle empty() {
    return new Bundle(null, Map.of(), Map.of(), Map.of(), null, null);
  }

  Bundle with(Certificate checked) {
    return new Bundle(checked, protocols, evidence, scores, pilot, fairnessAnswer);
  }

  Bundle with(EvidenceKind kind, Protocol protocol) {
    Map<EvidenceKind, Protocol> more = new EnumMap<>(EvidenceKind.class);
    more.putAll(protocols);
    more.put(kind, protocol);
    return new Bundle(certificate, more, evidence, scores, pilot, fairnessAnswer);
  }

  Bundle with(Evidence filed) {
    Map<EvidenceKind, Evidence> more = new EnumMap<>(EvidenceKind.class);
    more.putAll(evidence);
    more.put(filed.kind(), filed);
    String answer = filed.kind() == EvidenceKind.FAIR ? null : fairnessAnswer;
    return new Bundle(certificate, protocols, more, scores, pilot, answer);
  }

  Bundle with(Dimension dimension, Score score) {
    Map<Dimension, Score> more = new EnumMap<>(Dimension.class);
    more.putAll(scores);
    more.put(dimension, score);
    return new Bundle(certificate, protocols, evidence, more, pilot, fairnessAnswer);
  }

  Bundle with(Pilot next) {
    return new Bundle(certificate, protocols, evidence, scores, next, fairnessAnswer);
  }

  Bundle answered(String answer) {
    return new Bundle(certificate, protocols, evidence, scores, pilot, answer);
  }

  /** Every reason why no round can be opened on it that day; empty when one can. */
  @Clause({"G-01", "G-13", "G-18", "G-19", "G-20", "G-21", "E-22"})
  public Set<Refusal> gapsOn(LocalDate day) {
    Set<Refusal> gaps = new LinkedHashSet<>();
    if (certificate == null) {
      gaps.add(Refusal.CERT_MISSING);
    } else {
      gaps.addAll(certificate.faultsOn(day));
    }
    for (EvidenceKind kind : EvidenceKind.values()) {
      gaps.addAll(gapsOf(kind, day));
    }
    boolean scored =
        List.of(Dimension.values()).stream().allMatch(dimension -> soundlyScored(dimension));
    if (!scored) {
      gaps.add(Refusal.DIMENSION_UNSCORED);
    }
    return gaps;
  }

  private List<Refusal> gapsOf(EvidenceKind kind, LocalDate day) {
    Evidence piece = evidence.get(kind);
    if (piece == null) {
      return List.of(
          kind == EvidenceKind.ETH ? Refusal.ETHICS_MISSING : Refusal.EVIDENCE_INCOMPLETE);
    }
    if (piece.expiredOn(day)) {
      return List.of(Refusal.EVIDENCE_EXPIRED);
    }
    return piece.passed() ? List.of() : failure(kind);
  }

  private List<Refusal> failure(EvidenceKind kind) {
    return switch (kind) {
      case ETH -> List.of(Refusal.ETHICS_DISAPPROVED);
      case FAIR -> fairnessAnswer == null ? List.of(Refusal.FAIRNESS_UNANSWERED) : List.of();
      case TECH, CLIN, SEC, STAB, PIA, FAILOVER -> List.of(Refusal.EVIDENCE_FAILED);
    };
  }

  private boolean soundlyScored(Dimension dimension) {
    Score score = scores.get(dimension);
    return score != null
        && !score.evidence().isEmpty()
        && evidence.keySet().containsAll(score.evidence());
  }

  /**
   * Hash of everything that a round judges; without a proposal, what makes two bundles identical
   * (A10). The same papers hash alike, whoever brings them and whenever.
   */
  @Clause("G-24")
  public String hash(Subject subject, @Nullable Proposal proposal) {
    List<String> lines = papers(subject);
    lines.addAll(pilot == null ? List.of("pilot -") : pilot.lines());
    lines.add(proposal == null ? "proposal -" : proposal.line());
    return BundleHash.of(lines);
  }

  private List<String> papers(Subject subject) {
    List<String> lines = new ArrayList<>();
    lines.add(subject.vendor() + " " + subject.digest());
    lines.add(subject.scenario() + " " + subject.department() + " " + subject.tier());
    lines.add(certificate == null ? "certificate -" : certificateLine(certificate));
    new TreeMap<>(protocols)
        .forEach((kind, protocol) -> lines.add("protocol " + kind + " " + protocol.lines()));
    new TreeMap<>(evidence).forEach((_, piece) -> lines.add("evidence " + piece.line()));
    new TreeMap<>(scores).forEach((dimension, score) -> lines.add(dimension + " " + score.line()));
    lines.add("fairness answer " + (fairnessAnswer == null ? "-" : fairnessAnswer));
    return lines;
  }

  private static String certificateLine(Certificate certificate) {
    return "certificate %s %s %s %s"
        .formatted(
            certificate.number().value(),
            certificate.deviceClass(),
            certificate.expires(),
            certificate.coversUse());
  }
}
