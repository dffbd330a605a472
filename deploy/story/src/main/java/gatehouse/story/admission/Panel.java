package gatehouse.story.admission;

import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The five of the panel, who take their seats and approve. */
public final class Panel {
  private static final List<String> SEATS =
      List.of("CLINICAL", "MED_ENGINEERING", "INFO_CENTRE", "LEGAL", "ETHICS");
  private static final List<String> SITTERS =
      List.of("wang.clinical", "zhang.engineering", "chen.info", "liu.legal", "sun.ethics");
  private static final Duration OPEN = Duration.ofDays(7);

  private Panel() {}

  /**
   * Brings a case to five approvals.
   *
   * @param path of the case
   * @param asked what the round is asked beside its deadline, as members of a JSON object
   */
  public static void agrees(Stage stage, String path, String asked) {
    for (int i = 0; i < SEATS.size(); i++) {
      post(
          stage,
          SITTERS.get(i),
          path + "/seats",
          """
          {"seat": "%s", "interests": "NONE"}\
          """
              .formatted(SEATS.get(i)));
    }
    post(
        stage,
        "li.secretary",
        path + "/rounds",
        """
        {"closesAt": "%s"%s}\
        """
            .formatted(Instant.now(Clock.systemUTC()).plus(OPEN), asked));
    String hash =
        stage.person("li.secretary").get(Part.ADMISSION, path).expect(200).text("/bundleHash");
    for (int i = 0; i < SEATS.size(); i++) {
      post(
          stage,
          SITTERS.get(i),
          path + "/ballots",
          """
          {"seat": "%s", "choice": "APPROVE", "bundleHash": "%s"}\
          """
              .formatted(SEATS.get(i), hash));
    }
  }

  private static void post(Stage stage, String who, String path, String body) {
    stage.person(who).post(Part.ADMISSION, path, body).expect(200);
  }
}
