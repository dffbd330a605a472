package gatehouse.gateway.standing.rest;

import static gatehouse.gateway.standing.rest.UnreadableAnswerException.unlessPresent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.ManualRoute;
import gatehouse.gateway.standing.OwnerReason;
import gatehouse.gateway.standing.Standing;
import gatehouse.gateway.standing.StandingQuestion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire shapes of {@code POST /v1/standings}. The producer may add members; a member that is
 * missing makes the answer unreadable, and that denies.
 */
final class StandingWire {
  private StandingWire() {}

  record Request(
      String application,
      @Nullable String productDigest,
      @Nullable String user,
      @Nullable String place) {
    static Request of(StandingQuestion question) {
      return new Request(
          question.application(), question.productDigest(), question.user(), question.place());
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record View(
      @Nullable Application application,
      @Nullable Part admission,
      @Nullable Part training,
      @Nullable Instant validUntil) {
    Standing toStanding() {
      return new Standing(
          unlessPresent(application, "application").toFacts(),
          unlessPresent(admission, "admission").toVerdict(),
          unlessPresent(training, "training").toVerdict(),
          validUntil);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Application(
      @Nullable String id,
      @Nullable String code,
      @Nullable String tier,
      @Nullable String digest,
      @Nullable String product,
      @Nullable String vendor,
      @Nullable String department,
      @Nullable String patientData,
      @Nullable String egress,
      @Nullable String supervision,
      @Nullable List<DeploymentWire> deployments,
      @Nullable Failover failover,
      @Nullable Long revision) {
    ApplicationFacts toFacts() {
      return new ApplicationFacts(
          unlessPresent(id, "id"),
          unlessPresent(code, "code"),
          ApplicationFacts.known(ApplicationFacts.Tier.class, tier),
          digest,
          product,
          vendor,
          department,
          ApplicationFacts.known(ApplicationFacts.PatientData.class, patientData),
          ApplicationFacts.known(ApplicationFacts.Egress.class, egress),
          ApplicationFacts.known(ApplicationFacts.Supervision.class, supervision),
          unlessPresent(deployments, "deployments").stream()
              .map(DeploymentWire::toDeployment)
              .toList(),
          failover == null ? null : TextWire.toRoute(failover.manualRoute()),
          revision == null ? 0 : revision);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record DeploymentWire(@Nullable String name, @Nullable String zone, @Nullable String country) {
    ApplicationFacts.AdmittedDeployment toDeployment() {
      return new ApplicationFacts.AdmittedDeployment(
          unlessPresent(name, "deployment's name"),
          unlessPresent(zone, "deployment's zone"),
          unlessPresent(country, "deployment's country"));
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Failover(@Nullable String mode, @Nullable TextWire manualRoute) {}

  /** Two languages. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record TextWire(@Nullable String zh, @Nullable String en) {
    static @Nullable ManualRoute toRoute(@Nullable TextWire text) {
      return text == null || text.zh == null
          ? null
          : new ManualRoute(text.zh, text.en == null ? text.zh : text.en);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Part(@Nullable Boolean passed, @Nullable List<ReasonWire> reasons) {
    Standing.Verdict toVerdict() {
      return new Standing.Verdict(unlessPresent(passed, "passed"), ReasonWire.toReasons(reasons));
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReasonWire(
      @Nullable String code,
      @Nullable List<String> clauses,
      @Nullable String text,
      @Nullable String textEn) {
    static List<OwnerReason> toReasons(@Nullable List<ReasonWire> reasons) {
      return reasons == null ? List.of() : reasons.stream().map(ReasonWire::toReason).toList();
    }

    private OwnerReason toReason() {
      String named = unlessPresent(code, "code");
      return new OwnerReason(
          named,
          clauses == null ? List.of() : clauses,
          text == null ? named : text,
          textEn == null ? named : textEn);
    }
  }
}
