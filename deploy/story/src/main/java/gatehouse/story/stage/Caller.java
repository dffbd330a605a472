package gatehouse.story.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who asks the suite: a person, a hospital system, a vendor, or nobody in particular. */
public final class Caller {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final @Nullable String token;
  private final Places places;
  private final HttpClient http;
  private final Narrator narrator;

  Caller(String name, @Nullable String token, Places places, HttpClient http, Narrator narrator) {
    this.name = name;
    this.token = token;
    this.places = places;
    this.http = http;
    this.narrator = narrator;
  }

  public Answer get(Part part, String path) {
    return send(part, "GET", path, HttpRequest.BodyPublishers.noBody());
  }

  /** Posts with a fresh Idempotency-Key. */
  public Answer post(Part part, String path, String body) {
    return send(part, "POST", path, HttpRequest.BodyPublishers.ofString(body));
  }

  private Answer send(Part part, String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(places.of(part, path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String asked = "%s %s %s".formatted(method, part.name().toLowerCase(Locale.ROOT), path);
      narrator.exchange(name, asked, answer.statusCode(), answer.body());
      return new Answer(asked, answer.statusCode(), answer.headers(), parsed(answer.body()));
    } catch (IOException e) {
      throw StoryBroken.away("%s %s%s failed: %s".formatted(method, part, path, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryBroken("interrupted while waiting for an answer");
    }
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException _) {
      return JSON.getNodeFactory().textNode(body);
    }
  }
}
