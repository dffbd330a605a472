package gatehouse.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Walks a HIGH application along the strict track, step by step, as the README shows. */
public final class StrictTrack {
  public final String code;
  public final Ground ground;
  public final String cases;

  private StrictTrack(String code, Ground ground, String caseId) {
    this.code = code;
    this.ground = ground;
    this.cases = "/v1/cases/" + caseId;
  }

  public static StrictTrack opened(String code) {
    Ground ground = Ground.prepared(code, true);
    Caller.ZHAO
        .post("/v1/applications", Bodies.application(code, ground.version(), ground.scenario()))
        .statusCode(201);
    String caseId =
        Caller.ZHAO
            .post(
                "/v1/applications/" + code + "/submission",
                Bodies.facts("YES", "suggestsDiagnosis", "classThree", "managedAsDevice"))
            .statusCode(200)
            .extract()
            .path("caseId");
    return new StrictTrack(code, ground, caseId);
  }

  /** The same application under another case. */
  public StrictTrack withCase(String caseId) {
    return new StrictTrack(code, ground, caseId);
  }

  public static LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
  }

  public StrictTrack certified() {
    Caller.ZHANG
        .post(cases + "/certificate", Bodies.certificate(today().plusYears(2)))
        .statusCode(200);
    return this;
  }

  public StrictTrack evidenced() {
    Caller.ZHANG
        .post(cases + "/thresholds", Bodies.thresholds("TECH", "sensitivity", "0.90"))
        .statusCode(200);
    Caller.LI
        .post(cases + "/thresholds", Bodies.thresholds("FAIR", "sensitivityGap", "-0.05"))
        .statusCode(200);
    Caller.ZHANG
        .post(cases + "/evidence", Bodies.measured("TECH", "sensitivity", "0.94", Instant.now()))
        .statusCode(200);
    Caller.LI
        .post(
            cases + "/evidence", Bodies.measured("FAIR", "sensitivityGap", "-0.02", Instant.now()))
        .statusCode(200);
    Caller.QIAN.post(cases + "/evidence", Bodies.declared("CLIN")).statusCode(200);
    Caller.CHEN.post(cases + "/evidence", Bodies.declared("SEC")).statusCode(200);
    Caller.CHEN.post(cases + "/evidence", Bodies.declared("STAB")).statusCode(200);
    Caller.LIU.post(cases + "/evidence", Bodies.declared("PIA")).statusCode(200);
    Caller.ZHANG.post(cases + "/evidence", Bodies.declared("FAILOVER")).statusCode(200);
    Caller.YANG.post(cases + "/ethics-decisions", Bodies.ethics("APPROVED")).statusCode(200);
    Caller.LI.post(cases + "/scores", Bodies.score("SAFE", "SEC")).statusCode(200);
    Caller.LI.post(cases + "/scores", Bodies.score("EFFECTIVE", "TECH")).statusCode(200);
    Caller.LI.post(cases + "/scores", Bodies.score("FAIR", "FAIR")).statusCode(200);
    Caller.LI.post(cases + "/scores", Bodies.score("EXPLAINABLE", "CLIN")).statusCode(200);
    return this;
  }

  public StrictTrack completed() {
    Caller.LI.post(cases + "/completion", null).statusCode(200);
    return this;
  }

  public StrictTrack piloted() {
    Caller.ZHAO
        .post(cases + "/pilot", Bodies.pilot(ground.digest(), 3, today().plusDays(30)))
        .statusCode(200);
    Caller.ZHAO.post(cases + "/pilot/runs", Bodies.RUN).statusCode(200);
    Caller.ZHAO.post(cases + "/pilot/results", Bodies.RESULTS).statusCode(200);
    return this;
  }

  public StrictTrack seated() {
    Caller.WANG.post(cases + "/seats", Bodies.seat("CLINICAL")).statusCode(200);
    Caller.ZHANG.post(cases + "/seats", Bodies.seat("MED_ENGINEERING")).statusCode(200);
    Caller.CHEN.post(cases + "/seats", Bodies.seat("INFO_CENTRE")).statusCode(200);
    Caller.LIU.post(cases + "/seats", Bodies.seat("LEGAL")).statusCode(200);
    Caller.SUN.post(cases + "/seats", Bodies.seat("ETHICS")).statusCode(200);
    return this;
  }

  /** Opens the ADMISSION round and gives its bundle hash. */
  public String round() {
    return Caller.LI
        .post(cases + "/rounds", Bodies.round(Instant.now().plus(7, ChronoUnit.DAYS)))
        .statusCode(200)
        .extract()
        .path("round.bundleHash");
  }

  /** Brings it to ADMITTED. */
  public StrictTrack admitted() {
    String hash = certified().evidenced().completed().piloted().seated().round();
    Caller.WANG.post(cases + "/ballots", Bodies.approve("CLINICAL", hash)).statusCode(200);
    Caller.ZHANG.post(cases + "/ballots", Bodies.approve("MED_ENGINEERING", hash)).statusCode(200);
    Caller.CHEN.post(cases + "/ballots", Bodies.approve("INFO_CENTRE", hash)).statusCode(200);
    Caller.LIU.post(cases + "/ballots", Bodies.approve("LEGAL", hash)).statusCode(200);
    Caller.SUN.post(cases + "/ballots", Bodies.approve("ETHICS", hash)).statusCode(200);
    return this;
  }

  /** Brings it to ACTIVE. */
  public StrictTrack active() {
    admitted();
    Caller.LI.post("/v1/applications/" + code + "/activation", null).statusCode(200);
    return this;
  }
}
