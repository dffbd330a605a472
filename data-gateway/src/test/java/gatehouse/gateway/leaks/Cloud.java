package gatehouse.gateway.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonWriter;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sends bodies towards the public cloud, whole and streamed, and looks at what arrived there. */
final class Cloud {
  static final String CHAT = "/v1/chat/completions";
  static final String RESPONSES = "/v1/responses";
  static final String EMBEDDINGS = "/v1/embeddings";
  static final List<Boolean> WHOLE_AND_STREAMED = List.of(false, true);

  /** What a text is sent as: a chat and a response. */
  static final Map<String, UnaryOperator<String>> ROUTES =
      Map.of(CHAT, Cloud::says, RESPONSES, text -> "\"input\":" + quoted(text));

  /** Reasons that lie in what was sent; the last for what keeps a scanner busy. */
  private static final List<String> BECAUSE_OF_DATA =
      List.of("raw_egress", "sensitive", "field_not_allowed", "media_not_allowed", "scanner_down");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTEXT =
      Gateway.CONTEXT.formatted(",\"deployment\":\"public-cloud\"" + Note.KNOWN);

  private Cloud() {}

  /**
   * Sends the members of a body, whole and streamed, and fails if any of the note's secrets leaves.
   *
   * @return the answers: of the whole form and, where the route streams, of the streamed one
   */
  static List<HttpResponse<String>> leaksNothing(String path, String members) {
    int before = Script.received(Script.PUBLIC).size();
    List<HttpResponse<String>> answers = answers(path, members);
    List<HttpResponse<String>> refused =
        answers.stream().filter(answer -> answer.statusCode() != 200).toList();
    refused.forEach(Cloud::isHeldBack);
    assertThat(Script.received(Script.PUBLIC))
        .as("what is refused does not arrive, in whole or in part")
        .hasSize(before + answers.size() - refused.size());
    assertNothingLeft();
    return answers;
  }

  /** A refusal because of the data, in the caller's protocol, with the reason. */
  private static void isHeldBack(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.headers().firstValue("x-should-retry")).contains("false");
    JsonNode error = read(answer.body()).path("error");
    assertThat(error.path("code").asText()).isIn(BECAUSE_OF_DATA);
    assertThat(error.path("message").asText()).isNotBlank();
    assertThat(error.at("/gatehouse/reasons").toString())
        .contains(error.path("code").asText().toUpperCase(Locale.ROOT));
    assertThat(error.at("/gatehouse/blockId").asText()).isNotBlank();
  }

  /** The same without a look at what came of it. */
  static List<HttpResponse<String>> answers(String path, String members) {
    return path.equals(EMBEDDINGS)
        ? List.of(send(path, members))
        : List.of(send(path, members), send(path, members + ",\"stream\":true"));
  }

  /** The same, and the call must have been refused in each form without a byte sent. */
  static void isRefused(String path, String members, String code) {
    Script.reset();
    for (HttpResponse<String> answer : answers(path, members)) {
      assertThat(answer.statusCode()).as(members).isGreaterThanOrEqualTo(400);
      assertThat(read(answer.body()).at("/error/code").asText()).isEqualTo(code);
    }
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
  }

  /**
   * The same, and each form of the call must have gone out clean.
   *
   * @return the bodies of the answers, each of which has to hold what a test expects
   */
  static List<String> passes(String path, String members) {
    List<HttpResponse<String>> answers = leaksNothing(path, members);
    answers.forEach(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
    return answers.stream().map(HttpResponse::body).toList();
  }

  /** The body that asks for the same as a stream. */
  static String streamed(String body) {
    return body.replaceFirst("\\{", "{\"stream\":true,");
  }

  static HttpResponse<String> send(String path, String members) {
    return Gateway.post(
        path, "{\"model\":\"note-assistant\"," + members + ",\"gatehouse\":" + CONTEXT + "}");
  }

  static HttpResponse<String> send(String members, Map<String, String> headers) {
    return Gateway.post(
        CHAT,
        "{\"model\":\"note-assistant\"," + members + ",\"gatehouse\":" + CONTEXT + "}",
        headers);
  }

  static void assertNothingLeft() {
    for (String raw : Script.received(Script.PUBLIC)) {
      Note.SECRETS.forEach(secret -> assertThat(raw).doesNotContain(secret));
    }
  }

  /** One user message. */
  static String says(String text) {
    return "\"messages\":[{\"role\":\"user\",\"content\":" + quoted(text) + "}]";
  }

  /** The text of an answer in any form: of the first choice, or of the first part of a response. */
  static String text(String answer) {
    if (!answer.startsWith("data:") && !answer.startsWith("event:")) {
      JsonNode whole = read(answer);
      return whole.at("/choices/0/message/content").asText()
          + whole.at("/output/0/content/0/text").asText();
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode event : events(answer)) {
      text.append(event.at("/choices/0/delta/content").asText(""));
      text.append(event.path("delta").asText(""));
    }
    return text.toString();
  }

  /** The data of the events of a stream, as a client reads them. */
  static List<JsonNode> events(String stream) {
    return stream
        .lines()
        .filter(line -> line.startsWith("data: {"))
        .map(line -> read(line.substring(6)))
        .toList();
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String quoted(String text) {
    return JsonWriter.text(new Json.Str(text));
  }
}
