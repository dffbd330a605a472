package gatehouse.lease.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import gatehouse.lease.holder.LeaseSource;
import gatehouse.lease.owner.LeaseView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leases of an owner over HTTP, on one connection. */
final class HttpLeases implements LeaseSource {
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI leases;
  private final String token;
  private final String holder;

  HttpLeases(URI leases, String token, String holder) {
    this.leases = leases;
    this.token = token;
    this.holder = holder;
  }

  @Override
  public Grant renew(@Nullable UUID epoch, @Nullable Long applied) {
    String known =
        epoch == null ? "" : ",\"epoch\":\"%s\",\"applied\":%d".formatted(epoch, applied);
    HttpRequest request =
        HttpRequest.newBuilder(leases)
            .timeout(Duration.ofSeconds(1))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"holder\":\"%s\"%s}".formatted(holder, known)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException("the owner lends nothing: " + answer.statusCode());
      }
      return grant(JSON.readValue(answer.body(), LeaseView.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Grant grant(LeaseView view) {
    return new Grant(
        view.epoch(),
        view.version(),
        Duration.ofMillis(view.ttlMillis()),
        view.complete(),
        view.facts().stream()
            .map(fact ->
                new Fact(fact.version(), fact.about(), fact.key(), new TreeMap<>(fact.details())))
            .toList());
  }
}
