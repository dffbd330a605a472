package gatehouse.faults.load;

import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Caller;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import gatehouse.story.stage.StoryBroken;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * A request to one of the four services, with a real token.
 *
 * @param pointer where the acknowledged value stands in the entry's envelope
 * @param ask asks, with a value that nobody used before, and gives back what was acknowledged
 */
record ServiceDeed(
    String service, String type, String pointer, Stage stage, BiFunction<Stage, String, String> ask)
    implements Deed {
  /** What each decision of a gateway leaves. */
  static final String PERMITS = "gatehouse.gateway.permit.decided.v1";

  @Override
  public Acknowledged act() throws IOException {
    String fresh = UUID.randomUUID().toString().replace("-", "");
    try {
      return new Acknowledged(service, type, pointer, ask.apply(stage, fresh));
    } catch (StoryBroken e) {
      throw new IOException(e);
    }
  }

  /** One kind of request per service: two changes of state, one denial; a decision per gateway. */
  static List<Deed> all(Hospital hospital) {
    Stage stage = hospital.first();
    return List.of(
        permits(stage),
        permits(hospital.second()),
        new ServiceDeed(
            "incident-service",
            "gatehouse.incident.incident.reported.v1",
            "/aggregateId",
            stage,
            ServiceDeed::report),
        new ServiceDeed(
            "consent-service",
            "gatehouse.consent.withdrawal.received.v1",
            "/data/withdrawalId",
            stage,
            ServiceDeed::withdraw),
        new ServiceDeed(
            "admission-service",
            "gatehouse.admission.product.vendor-registered.v1",
            "/aggregateId",
            stage,
            ServiceDeed::register));
  }

  private static Deed permits(Stage stage) {
    return new ServiceDeed(
        "data-gateway", PERMITS, "/data/application", stage, ServiceDeed::permit);
  }

  /** Of an application that nobody knows: the answer is no, and the no is on record. */
  private static String permit(Stage stage, String fresh) {
    String application = "x-" + fresh;
    post(
        stage.machine("his"),
        Part.GATEWAY,
        "/v1/permits",
        """
        {"application": "%s", "purpose": "CARE", "dataCategories": []}\
        """
            .formatted(application),
        200);
    return application;
  }

  private static String report(Stage stage, String fresh) {
    return post(
            stage.person("qian.physician"),
            Part.INCIDENT,
            "/v1/incidents",
            """
            {"category": "DELAY", "level": "IV", "narrative": "%s"}\
            """
                .formatted(fresh),
            201)
        .text("/incidentId");
  }

  private static String withdraw(Stage stage, String fresh) {
    return post(
            stage.machine("his"),
            Part.CONSENT,
            "/v1/withdrawals",
            """
            {"patient": {"issuer": "FAULTS", "id": "%s"}, "covers": {"kind": "ALL_AI"},
             "wish": "STOP_USE"}\
            """
                .formatted(fresh),
            201)
        .text("/withdrawalId");
  }

  private static String register(Stage stage, String fresh) {
    String code = "91000000" + fresh.substring(0, 10).toUpperCase(Locale.ROOT);
    post(
        stage.person("li.secretary"),
        Part.ADMISSION,
        "/v1/vendors",
        """
        {"creditCode": "%s", "name": "示例"}\
        """
            .formatted(code),
        201);
    return code;
  }

  private static Answer post(Caller caller, Part part, String path, String body, int expected) {
    return caller.post(part, path, body).expect(expected);
  }
}
