package gatehouse.local.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A person of the development realm who asks services. The passwords are those of {@code
 * deploy/realm}, good for nothing but this machine's demonstration.
 */
final class SignedIn implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String token;

  /**
   * Signs in.
   *
   * @param issuer address of the realm
   * @throws NoAnswerException if the realm gives no token
   */
  SignedIn(String issuer, String name) {
    String form =
        "grant_type=password&client_id=console&username=%s&password=%s".formatted(name, name);
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    token = expect(200, send(ask)).path("access_token").asText();
  }

  @Override
  public void close() {
    http.close();
  }

  /** The document at that address of a service. */
  JsonNode get(String service, String path) {
    return expect(200, send(request(service, path, PATIENCE).build()));
  }

  /** What the service answers to that document. */
  HttpResponse<String> post(
      String service, String path, Map<String, ?> document, Duration patience) {
    return send(
        request(service, path, patience)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json.valueToTree(document).toString()))
            .build());
  }

  /**
   * What the answer says.
   *
   * @throws NoAnswerException if its status is another, or it is no JSON
   */
  JsonNode expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new NoAnswerException(
          "%s answered %d to %s. Next: ./suite status, and the service's log under .run/logs"
              .formatted(answer.uri().getAuthority(), answer.statusCode(), answer.uri().getPath()));
    }
    return read(answer);
  }

  /** What the answer says, whatever its status. */
  JsonNode read(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (IOException _) {
      throw new NoAnswerException("An answer is no JSON. Next: ./suite status");
    }
  }

  private HttpRequest.Builder request(String service, String path, Duration patience) {
    return HttpRequest.newBuilder(URI.create(service + path))
        .timeout(patience)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException | HttpConnectTimeoutException _) {
      throw new NoAnswerException(
          "Nobody answers at " + request.uri().getAuthority() + ". Next: ./suite status");
    } catch (IOException _) {
      throw unanswered(request);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException("Interrupted; what was done stays done.", true);
    }
  }

  /** It was reached, and was silent for too long or broke off. */
  private static NoAnswerException unanswered(HttpRequest request) {
    String who = request.uri().getAuthority();
    return request.method().equals("GET")
        ? new NoAnswerException(who + " was asked and gave no answer. Next: ./suite status")
        : new NoAnswerException(
            who
                + " was asked and gave no answer: whether it was done is unknown."
                + " Next: ./suite status, then look at what there is before you ask again",
            true);
  }
}
