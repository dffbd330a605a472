package gatehouse.admission;

import io.restassured.response.ValidatableResponse;

/** Takes a LOW application into use and proposes versions that follow, as the README shows. */
public record ChangedVersion(String code, Ground ground) {

  public static ChangedVersion active(String code) {
    Ground ground = Ground.prepared(code, false);
    String filing = FilingTrackTest.piloted(code, ground);
    Caller.CHEN.post(filing + "/checks", Bodies.check("SECURITY", "PASS")).statusCode(200);
    Caller.ZHANG.post(filing + "/checks", Bodies.check("STABILITY", "PASS")).statusCode(200);
    Caller.YANG.post(filing + "/checks", Bodies.check("ETHICS", "PASS")).statusCode(200);
    Caller.LI.post("/v1/applications/" + code + "/activation", null).statusCode(200);
    return new ChangedVersion(code, ground);
  }

  /** Proposes the version, with one answer for whether it was retrained and NO to all else. */
  public ValidatableResponse proposed(Ground next, String retrained) {
    return Caller.ZHAO.post("/v1/changes", change(code, next, retrained));
  }

  public static String change(String code, Ground next, String retrained) {
    return """
    {"application": "%s", "version": "%s", "answers": {
       "intendedUseChanged": "NO", "certificateAffected": "NO", "deploymentChanged": "NO",
       "riskRaised": "NO", "baseModelReplaced": "NO", "retrained": "%s",
       "inputsChanged": "NO", "outputsChanged": "NO"},
     "measures": {"agreement": 0.95}, "evidence": "%s"}
    """
        .formatted(code, next.version(), retrained, Bodies.digest("results"));
  }

  /** The path of its change case. */
  public String opened(Ground next, String retrained) {
    String id = proposed(next, retrained).statusCode(201).extract().path("id");
    return "/v1/changes/" + id;
  }

  public static String approve(String seat) {
    return """
    {"seat": "%s", "choice": "APPROVE"}
    """
        .formatted(seat);
  }

  public static String reject(String seat) {
    return """
    {"seat": "%s", "choice": "REJECT", "reason": "回归测试不足"}
    """
        .formatted(seat);
  }

  /** Records a plan that lets the model be retrained, and has both seats confirm it. */
  public void planned(String limit) {
    String id =
        Caller.ZHAO
            .post(
                "/v1/control-plans",
                """
                {"application": "%s", "mayChange": ["retrained"], "thresholds": [
                  {"metric": "agreement", "bound": "AT_LEAST", "limit": %s}]}
                """
                    .formatted(code, limit))
            .statusCode(201)
            .extract()
            .path("id");
    String plan = "/v1/control-plans/" + id + "/reviews";
    Caller.ZHANG.post(plan, approve("MED_ENGINEERING")).statusCode(200);
    Caller.CHEN.post(plan, approve("INFO_CENTRE")).statusCode(200);
  }

  public ValidatableResponse standing(String digest) {
    return Caller.GATEWAY
        .post("/v1/standings", Bodies.standing(code, digest, null))
        .statusCode(200);
  }
}
