package gatehouse.gateway.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.embedded.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** People at their work with outputs: who asks a model, and who decides about the answer. */
public final class Ward {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An application that acts on patients. */
  public static final String ROBOT = "surgery-robot";

  private Ward() {}

  /** An answer as its caller has it. */
  public record Answer(String id, String text) {}

  /** The hospital information system asks for a patient, and the fake model repeats the text. */
  public static Answer answer(String text) {
    HttpResponse<String> response =
        Gateway.post("/v1/chat/completions", Gateway.chat("note-assistant", text, ""));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode body = json(response);
    return new Answer(
        body.path("aigc").path("ProduceID").asText(),
        body.path("choices").path(0).path("message").path("content").asText());
  }

  /** The digest of the output's present content. */
  public static String digest(String id) {
    return read(id).path("contentDigest").asText();
  }

  /** The output without its text. */
  public static JsonNode read(String id) {
    HttpResponse<String> response = Gateway.get("/v1/outputs/" + id, physician());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  /** A decision about the present content; the body is what stands beside its digest. */
  public static HttpResponse<String> decide(String token, String id, String verb, String body) {
    return post(
        token,
        "/v1/outputs/" + id + "/" + verb,
        "{\"contentDigest\":\"%s\"%s}".formatted(digest(id), body));
  }

  /** Posts with a fresh idempotency key. */
  public static HttpResponse<String> post(String token, String path, String body) {
    return Gateway.post(
        path,
        body,
        Map.of(
            "Authorization", "Bearer " + token, "Idempotency-Key", UUID.randomUUID().toString()));
  }

  /** A licensed physician in person. */
  public static String physician() {
    return physician("qian.physician");
  }

  /** Another one. */
  public static String physician(String username) {
    return Tokens.as(username)
        .roles("PHYSICIAN")
        .claim("licence", "110000000012345")
        .claim("azp", "console")
        .token();
  }

  /** A physician begins to watch the robot in an encounter. */
  public static HttpResponse<String> supervise(String physician, String encounter) {
    return post(
        physician,
        "/v1/supervisions",
        "{\"application\":\"%s\",\"encounter\":\"%s\"}".formatted(ROBOT, encounter));
  }

  /** A system asks whether an application may run. */
  public static JsonNode permit(String application, String encounter) {
    return json(
        Gateway.post(
            "/v1/permits",
            """
            {"application":"%s","patient":{"issuer":"HIS","id":"00123456"},"encounter":"%s",
             "purpose":"CARE","dataCategories":[],"user":"qian.physician"}
            """
                .formatted(application, encounter)));
  }

  /** The medical-record system. */
  public static String emr() {
    return Tokens.as("service-account-emr").roles("EMR_SYSTEM").claim("azp", "emr").token();
  }

  /** Somebody who looks after quality. */
  public static String quality() {
    return Tokens.as("he.quality").roles("QUALITY_OFFICER").token();
  }

  /** A token for the output's present content, for the encounter and physician of the context. */
  public static HttpResponse<String> release(String id, String target) {
    return release(id, target, "qian.physician", "E-1");
  }

  /** The same for another physician or encounter. */
  public static HttpResponse<String> release(
      String id, String target, String physician, String encounter) {
    return post(
        emr(),
        "/v1/release-tokens",
        "{\"outputId\":\"%s\",\"physician\":\"%s\",\"encounter\":\"%s\",\"target\":\"%s\"}"
            .formatted(id, physician, encounter, target));
  }

  /** Spends a token for a text of this digest. */
  public static HttpResponse<String> redeem(String token, String id, String digest) {
    return redeem(token, id, digest, "qian.physician", "E-1");
  }

  /** The same by another physician or into another encounter. */
  public static HttpResponse<String> redeem(
      String token, String id, String digest, String physician, String encounter) {
    return post(
        emr(),
        "/v1/release-tokens/redeem",
        """
        {"token":"%s","outputId":"%s","contentDigest":"%s","physician":"%s","encounter":"%s"}
        """
            .formatted(token, id, digest, physician, encounter));
  }

  /** The record system says what it wrote. */
  public static HttpResponse<String> wrote(String id, String digest) {
    return post(
        emr(),
        "/v1/write-backs",
        "{\"outputId\":\"%s\",\"contentDigest\":\"%s\"}".formatted(id, digest));
  }

  /** The body. */
  public static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  /** The text as JSON. */
  public static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
