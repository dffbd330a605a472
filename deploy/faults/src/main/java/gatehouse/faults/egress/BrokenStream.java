package gatehouse.faults.egress;

import gatehouse.faults.check.Database;
import gatehouse.faults.check.Finding;
import gatehouse.faults.check.Finding.Kind;
import gatehouse.faults.egress.Seen.Times;
import gatehouse.faults.load.Hospital;
import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.local.blueprint.Listener;
import gatehouse.story.OpenDoor;
import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.StoryBroken;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a gateway in the middle of an answer that somebody reads. What let it out stands in the
 * journal, its end never comes, and the other gateway lists what was read as lost.
 */
final class BrokenStream {
  private static final String GATEWAY = "data-gateway";

  /** In what the gateway sends to a model for an answer that comes piece by piece. */
  private static final String STREAMED = "\"stream\":true";

  /** Some pieces, and by far not all. */
  private static final int BEGINNING = 3_000;

  private static final String PIECE = "data: {";
  private static final String END = "[DONE]";
  private static final Duration LISTED = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final SuiteUnderFault suite;
  private final Hospital hospital;
  private final List<Finding> findings = new ArrayList<>();

  BrokenStream(SuiteUnderFault suite, Hospital hospital) {
    this.suite = suite;
    this.hospital = hospital;
  }

  /** Kills, starts it again, and looks. */
  Seen run() throws InterruptedException {
    UUID output = breakOne();
    suite.heal();
    try {
      long decided = new Database(suite.database(GATEWAY)).streamedAs(output);
      if (decided != 1) {
        report(Kind.LOST, "a stream was let out by %d decisions of the journal".formatted(decided));
      }
    } catch (SQLException e) {
      throw new StoryBroken("the gateway's journal cannot be read: " + e);
    }
    if (!isListedAsLost(output)) {
      report(Kind.LOST, "a broken stream is not listed as lost after " + LISTED);
    }
    return new Seen(
        Disturbance.STREAM_BROKEN, Times.ofLoss(Duration.ZERO), 0, List.copyOf(findings));
  }

  /** Returns the output that the caller was told he reads. */
  private UUID breakOne() throws InterruptedException {
    suite.wire(Listener.MODEL_IN_HOUSE).stall(STREAMED, BEGINNING);
    HttpRequest request =
        HttpRequest.newBuilder(hospital.first().places().of(Part.GATEWAY, "/v1/chat/completions"))
            .header("Authorization", "Bearer " + hospital.first().tokenOfMachine("his"))
            .header("Content-Type", "application/json")
            .timeout(LISTED)
            .POST(BodyPublishers.ofString(OpenDoor.streamed()))
            .build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new StoryBroken("a stream was answered with " + answer.statusCode());
      }
      StringBuilder read = new StringBuilder();
      while (read.indexOf(PIECE) < 0) {
        int next = answer.body().read();
        if (next < 0) {
          throw new StoryBroken("a stream ended before it began: " + read);
        }
        read.append((char) next);
      }
      Disturbance.STREAM_BROKEN.strike(suite);
      if (rest(answer.body()).contains(END)) {
        report(Kind.LET_OUT, "a stream came to its end behind the kill of its gateway");
      }
      return UUID.fromString(answer.headers().firstValue("X-Gatehouse-Output").orElseThrow());
    } catch (IOException e) {
      throw new StoryBroken("a stream did not begin: " + e);
    }
  }

  /** What has arrived before the gateway was gone. */
  private static String rest(InputStream body) {
    StringBuilder rest = new StringBuilder();
    byte[] buffer = new byte[4096];
    try {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        rest.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException _) {
      // As it must be: nobody ended it in order.
    }
    return rest.toString();
  }

  private boolean isListedAsLost(UUID output) {
    long deadline = System.nanoTime() + LISTED.toNanos();
    while (System.nanoTime() < deadline) {
      Answer answer =
          hospital.second().person("qian.physician").get(Part.GATEWAY, "/v1/outputs/" + output);
      if (answer.status() == 200 && answer.text("/state").equals("LOST")) {
        return true;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return false;
  }

  private void report(Kind kind, String what) {
    findings.add(new Finding(kind, GATEWAY, what));
  }
}
