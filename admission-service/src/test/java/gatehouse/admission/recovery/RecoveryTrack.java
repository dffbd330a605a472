package gatehouse.admission.recovery;

import gatehouse.admission.Bodies;
import gatehouse.admission.Caller;
import gatehouse.admission.stop.HeardStop;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes a recovery case of a stop to its decision, as the README shows. */
public record RecoveryTrack(String path) {
  public static final String SUITE = Bodies.digest("suite");
  public static final String CLINICAL = Bodies.digest("clinical");

  public static ValidatableResponse asked(HeardStop stop, String suite, String clinical) {
    return Caller.LI.post(
        "/v1/recovery-cases",
        """
        {"stop": "%s", "suiteReport": "%s", "clinicalReport": "%s"}
        """
            .formatted(stop.id(), suite, clinical));
  }

  public static RecoveryTrack opened(HeardStop stop) {
    return opened(stop, SUITE);
  }

  public static RecoveryTrack opened(HeardStop stop, String suite) {
    String id = asked(stop, suite, CLINICAL).statusCode(201).extract().path("id");
    return new RecoveryTrack("/v1/recovery-cases/" + id);
  }

  public RecoveryTrack seated() {
    sat(Caller.WANG, "CLINICAL").statusCode(200);
    sat(Caller.ZHANG, "MED_ENGINEERING").statusCode(200);
    sat(Caller.CHEN, "INFO_CENTRE").statusCode(200);
    sat(Caller.LIU, "LEGAL").statusCode(200);
    sat(Caller.SUN, "ETHICS").statusCode(200);
    return this;
  }

  public ValidatableResponse sat(Caller who, String seat) {
    return who.post(path + "/seats", Bodies.seat(seat));
  }

  public ValidatableResponse round() {
    return Caller.LI.post(
        path + "/rounds",
        """
        {"closesAt": "%s"}
        """
            .formatted(Instant.now().plus(1, ChronoUnit.DAYS)));
  }

  /** Opens the round and gives what ballots must name. */
  public String hash() {
    return round().statusCode(200).extract().path("bundleHash");
  }

  public ValidatableResponse voted(Caller who, String ballot) {
    return who.post(path + "/ballots", ballot);
  }

  public static String reject(String seat, String hash) {
    return """
    {"seat": "%s", "choice": "REJECT", "bundleHash": "%s", "reason": "复测样本不足"}
    """
        .formatted(seat, hash);
  }

  /** Five approvals. */
  public RecoveryTrack approved() {
    String hash = seated().hash();
    voted(Caller.WANG, Bodies.approve("CLINICAL", hash)).statusCode(200);
    voted(Caller.ZHANG, Bodies.approve("MED_ENGINEERING", hash)).statusCode(200);
    voted(Caller.CHEN, Bodies.approve("INFO_CENTRE", hash)).statusCode(200);
    voted(Caller.LIU, Bodies.approve("LEGAL", hash)).statusCode(200);
    voted(Caller.SUN, Bodies.approve("ETHICS", hash)).statusCode(200);
    return this;
  }
}
