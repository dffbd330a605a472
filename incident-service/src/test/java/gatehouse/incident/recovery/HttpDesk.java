package gatehouse.incident.recovery;

import gatehouse.embedded.Tokens;
import gatehouse.incident.People;
import gatehouse.incident.recovery.RecoveryItem.Finding;
import gatehouse.incident.restart.PanelDecision.Reports;
import gatehouse.incident.stop.StopScope;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The running service. */
final class HttpDesk implements StopDesk {
  private final AdmissionSays admission;

  HttpDesk(AdmissionSays admission) {
    this.admission = admission;
  }

  @Override
  public Optional<String> stop(Who who, StopScope scope) {
    Response answer =
        post(
            who,
            "/v1/stops",
            Map.of(
                "scope",
                Map.of("kind", scope.kind(), "value", scope.value()),
                "reasonCode",
                "WRONG_RESULT"));
    return done(answer) ? Optional.of(answer.path("stopId")) : Optional.empty();
  }

  @Override
  public Optional<String> open(Who who, String stop, Finding finding) {
    Response answer =
        post(
            who,
            "/v1/stops/" + stop + "/recovery",
            Map.of("finding", finding, "rootCause", "cause"));
    return done(answer) ? Optional.of(answer.path("recoveryId")) : Optional.empty();
  }

  @Override
  public boolean fix(Who who, String recovery, Set<String> digests) {
    return item(who, recovery, "fix", Map.of("fix", "changed", "digests", digests));
  }

  @Override
  public boolean suite(Who who, String recovery, Rerun rerun) {
    return item(
        who,
        recovery,
        "suite",
        Map.of(
            "digests", rerun.digests(),
            "baseline", "b-1",
            "cases", 100,
            "failures", rerun.failures(),
            "reportDigest", rerun.report()));
  }

  @Override
  public boolean check(Who who, String recovery, boolean acceptable, String report) {
    return item(
        who,
        recovery,
        "clinical-check",
        Map.of(
            "samples", 20, "disagreements", 1, "acceptable", acceptable, "reportDigest", report));
  }

  @Override
  public void decided(String stop, Reports reports, boolean approved) {
    admission.says(AdmissionSays.decided(stop, reports, approved));
  }

  @Override
  public boolean sign(Who who, String recovery, Confirmation.Side side) {
    return item(who, recovery, "confirmations", Map.of("side", side));
  }

  @Override
  public boolean lift(Who who, String stop) {
    return done(post(who, "/v1/stops/" + stop + "/lift", Map.of()));
  }

  @Override
  public Set<String> inForce() {
    List<String> ids =
        People.as(People.GATEWAY)
            .get("/v1/stops?since=0")
            .then()
            .statusCode(200)
            .extract()
            .path("inForce.stopId");
    return Set.copyOf(ids);
  }

  private static boolean item(Who who, String recovery, String item, Map<String, ?> body) {
    return done(post(who, "/v1/recoveries/" + recovery + "/" + item, body));
  }

  private static Response post(Who who, String path, Map<String, ?> body) {
    Response answer = People.as(person(who)).body(body).post(path);
    if (answer.statusCode() >= 500) {
      throw new AssertionError(path + " answered " + answer.statusCode());
    }
    return answer;
  }

  private static boolean done(Response answer) {
    return answer.statusCode() < 300;
  }

  private static Tokens person(Who who) {
    return switch (who) {
      case DUTY -> People.DUTY;
      case AFFAIRS -> People.AFFAIRS;
      case SECOND_AFFAIRS ->
          Tokens.as(who.name().toLowerCase(Locale.ROOT)).roles("MEDICAL_AFFAIRS");
      case ENGINEER -> People.ENGINEER;
      case INFO -> People.INFO;
      case SURGEON -> People.SURGEON;
      case RADIOLOGIST -> People.RADIOLOGIST;
      case SECRETARY -> People.SECRETARY;
    };
  }
}
