package gatehouse.gateway.bench;

import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures how soon a call is refused while the owners are out: an owner that lends leaves a
 * question open, its connections end, or the leases have run out. One caller, one call after
 * another, over loopback, from the first byte of the request to the last of the refusal. Prints
 * figures, and how many requests reached the model all the same.
 */
final class OutageBench {
  private static final int WARM_UP = 600;
  private static final int CALLS = 300;

  /** A lease lives for one second; the gateway then knows nothing of anybody. */
  private static final Duration LEASES_GONE = Duration.ofSeconds(3);

  private final Rig rig;
  private final String token = Rig.token();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private boolean asExpected = true;

  OutageBench(Rig rig) {
    this.rig = rig;
  }

  /** Whether every call was answered as it should be, and none reached the model in the outage. */
  boolean measure() throws IOException, InterruptedException {
    calls("owners answer, known user", "u", WARM_UP, 200);
    calls("owners answer, new users", "new", CALLS, 200);
    long before = asked();
    // Each call has a user of its own, so that memory has no answer and the owner is asked.
    rig.tell("owners silent");
    calls("an owner that lends is silent", "silent", CALLS, 403);
    rig.tell("owners broken");
    calls("its connections end", "broken", CALLS, 403);
    rig.tell("owners gone");
    Thread.sleep(LEASES_GONE);
    calls("the leases have run out", "u", CALLS, 403);
    long reached = asked() - before;
    System.out.println("requests that reached the model while the owners were out: " + reached);
    return asExpected && reached == 0;
  }

  private long asked() throws IOException {
    return Long.parseLong(rig.tell("model"));
  }

  private void calls(String name, String user, int count, int expected)
      throws IOException, InterruptedException {
    double[] millis = new double[count];
    Map<Integer, Integer> answers = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      HttpRequest request = request(user.equals("u") ? user : user + i);
      long begun = System.nanoTime();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      millis[i] = (System.nanoTime() - begun) / 1e6;
      answers.merge(answer.statusCode(), 1, Integer::sum);
    }
    asExpected &= answers.keySet().equals(Set.of(expected));
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-32s p50 %7.1f ms  p99 %7.1f ms  max %7.1f ms  answers %s%n",
        name,
        millis[count / 2],
        millis[count * 99 / 100],
        millis[count - 1],
        answers);
  }

  private HttpRequest request(String user) {
    String body = Gateway.chat("note-assistant", Note.TEXT, "").replace("qian.physician", user);
    return HttpRequest.newBuilder(URI.create(rig.gateway().url() + "/v1/chat/completions"))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
