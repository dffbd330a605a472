package gatehouse.gateway.fakes;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** What the fakes say and what they heard, as a test decides and sees it. */
public final class Script {
  /** Name of an upstream in the house. */
  public static final String IN_HOUSE = "in-house";

  /** Name of the public one. */
  public static final String PUBLIC = "public-cloud";

  /** Name of another one in the house, which only discharge-summary may use. */
  public static final String SPARE = "in-house-spare";

  /** Name of another public one of the same policy, which only referral-letter may use. */
  public static final String PUBLIC_SPARE = "public-cloud-spare";

  static final String ADDRESS = "gatehouse.fakes";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Script() {}

  /** Everything as the story has it: three applications, consent given, no stop. */
  public static void reset() {
    call("/reset", "{}");
    say("standings:note-assistant", Answers.standing("note-assistant", "HIGH", "DEIDENTIFIED"));
    say("standings:discharge-summary", Answers.standing("discharge-summary", "HIGH", "NONE"));
    say("standings:wayfinding", Answers.withoutPatient("wayfinding", "DEIDENTIFIED"));
    say("standings:" + Ward.ROBOT, Answers.supervised(Ward.ROBOT));
    say("decisions", Answers.PERMIT);
    say("stops", Answers.noStops());
  }

  /** Lets a fake answer so: {@code stops}, {@code decisions}, {@code standings:<code>}. */
  public static void say(String key, String body) {
    try {
      call("/script", JSON.writeValueAsString(Map.of(key, body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets a fake answer with another status. */
  public static void status(String key, int status) {
    say("status:" + key, Integer.toString(status));
  }

  /** Lets a fake wait before it answers. */
  public static void delay(String key, int millis) {
    say("delay:" + key, Integer.toString(millis));
  }

  /** Every request that a fake received, each with all of its bytes. */
  public static List<String> received(String by) {
    try {
      return List.of(JSON.readValue(call("/heard/" + by, "{}"), String[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bodies of the requests that a fake received. */
  public static List<String> bodies(String by) {
    return received(by).stream().map(raw -> raw.substring(raw.indexOf("\r\n\r\n") + 4)).toList();
  }

  private static String call(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(System.getProperty(ADDRESS) + path))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
