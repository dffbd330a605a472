package gatehouse.gateway.standing.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.ConsentAnswer;
import gatehouse.gateway.standing.ConsentQuestion;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The wire shapes of {@code POST /v1/decisions}. The patient goes as a reference only. */
final class ConsentWire {
  private ConsentWire() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Request(
      String application,
      String tier,
      String subjectRef,
      @Nullable String encounter,
      String purpose,
      SortedSet<String> categories) {
    static Request of(ConsentQuestion question) {
      return new Request(
          question.application(),
          question.tier().name(),
          question.subject().value(),
          question.encounter(),
          question.purpose(),
          question.categories());
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record View(
      @Nullable String decision,
      @Nullable List<StandingWire.ReasonWire> reasons,
      @Nullable String consentId,
      @Nullable List<String> obligations,
      StandingWire.@Nullable TextWire patientText,
      @Nullable Instant validUntil) {
    ConsentAnswer toAnswer() {
      return new ConsentAnswer(
          ApplicationFacts.known(ConsentAnswer.Decision.class, decision),
          StandingWire.ReasonWire.toReasons(reasons),
          consentId,
          obligations == null ? List.of() : obligations,
          StandingWire.TextWire.toRoute(patientText),
          validUntil);
    }
  }
}
