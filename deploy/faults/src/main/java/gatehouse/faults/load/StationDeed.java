package gatehouse.faults.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Turns or notes one of a few counters, so that their rows are fought for. */
record StationDeed(HttpClient http, String url, String what, String type) implements Deed {
  private static final int COUNTERS = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static StationDeed turn(HttpClient http, String url) {
    return new StationDeed(http, url, "turns", "gatehouse.station.counter.turned.v1");
  }

  static StationDeed note(HttpClient http, String url) {
    return new StationDeed(http, url, "notes", "gatehouse.station.counter.noted.v1");
  }

  @Override
  public String service() {
    return "station";
  }

  @Override
  public Acknowledged act() throws IOException, InterruptedException {
    String name = "c-" + ThreadLocalRandom.current().nextInt(COUNTERS);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/v1/counters/" + name + "/" + what))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return new Acknowledged(service(), type, Acknowledged.ID, answer.body());
  }
}
