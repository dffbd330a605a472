package gatehouse.admission.change;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.changeclass.ChangeAssessment;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.SeatReview;
import gatehouse.admission.person.Person;
import gatehouse.admission.product.ProductVersion;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One change of an application's version. Immutable: every step is a new value with the next
 * revision. Its class comes from the rules and decides who is asked.
 *
 * @param code of the application
 * @param replaces digest of the version that is in use while the case runs
 * @param requestedBy subject of who opened it
 */
public record ChangeCase(
    ChangeId id,
    ApplicationId application,
    String code,
    Next next,
    String replaces,
    Declared declared,
    ChangeAssessment assessment,
    String requestedBy,
    SeatReview review,
    ChangeState state,
    long revision) {

  /** The version that would follow. */
  public record Next(UUID version, String name, String digest) {}

  /**
   * What was measured of the next version.
   *
   * @param evidence digest of the file with the results
   */
  public record Declared(SortedMap<String, BigDecimal> measures, String evidence) {
    public Declared {
      measures = new TreeMap<>(measures);
    }

    public static Declared of(Map<String, BigDecimal> measures, String evidence) {
      return new Declared(new TreeMap<>(measures), evidence);
    }
  }

  /** A case as its class asks: under review, or closed at once because it is MAJOR. */
  @Clause("G-02")
  static ChangeCase opened(
      ChangeId id,
      Application application,
      ProductVersion version,
      Declared declared,
      Finding finding) {
    return new ChangeCase(
        id,
        application.id(),
        application.identity().code(),
        new Next(version.id(), version.version(), version.digest()),
        application.identity().digest(),
        declared,
        finding.assessment(),
        finding.requestedBy(),
        asked(finding.assessment().changeClass()),
        switch (finding.assessment().changeClass()) {
          case MAJOR -> ChangeState.NEEDS_NEW_ADMISSION;
          case MINOR, PREAUTHORISED -> ChangeState.UNDER_REVIEW;
        },
        1);
  }

  /** What the rules found, and on whose facts. */
  record Finding(ChangeAssessment assessment, String requestedBy) {}

  private static SeatReview asked(ProductVersion.ChangeClass changeClass) {
    return switch (changeClass) {
      case MAJOR -> SeatReview.of();
      case MINOR -> SeatReview.of(Seat.MED_ENGINEERING, Seat.INFO_CENTRE);
      case PREAUTHORISED -> SeatReview.of(Seat.MED_ENGINEERING);
    };
  }

  /** One seat's word: a rejection ends the case, the last approval passes it. */
  @Clause("G-02")
  Outcome<ChangeCase> reviewed(SeatReview.Word word, Person reviewer) {
    return switch (state) {
      case UNDER_REVIEW -> review.with(word, reviewer, requestedBy).map(this::after);
      case PASSED, REJECTED, NEEDS_NEW_ADMISSION, WITHDRAWN -> Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /**
   * The applicant takes it back while seats are still asked. Its digest stays judged: the same
   * version does not come back under other answers.
   */
  @Clause("G-02")
  Outcome<ChangeCase> withdrawnBy(Person person) {
    if (!person.subject().equals(requestedBy)) {
      return Outcome.refused(Refusal.NOT_THE_REQUESTER);
    }
    return switch (state) {
      case UNDER_REVIEW -> Outcome.done(with(review, ChangeState.WITHDRAWN));
      case PASSED, REJECTED, NEEDS_NEW_ADMISSION, WITHDRAWN -> Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  private ChangeCase after(SeatReview words) {
    ChangeState then = words.passed() ? ChangeState.PASSED : ChangeState.UNDER_REVIEW;
    return with(words, words.rejected() ? ChangeState.REJECTED : then);
  }

  private ChangeCase with(SeatReview words, ChangeState then) {
    return new ChangeCase(
        id,
        application,
        code,
        next,
        replaces,
        declared,
        assessment,
        requestedBy,
        words,
        then,
        revision + 1);
  }
}
