package gatehouse.gateway.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonWriter;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Sends bodies towards the public cloud, whole and streamed, and looks at what arrived there. */
final class Cloud {
  static final String CHAT = "/v1/chat/completions";
  static final String RESPONSES = "/v1/responses";
  static final String EMBEDDINGS = "/v1/embeddings";
  static final List<Boolean> WHOLE_AND_STREAMED = List.of(false, true);

  private static final String CONTEXT =
      Gateway.CONTEXT.formatted(",\"deployment\":\"public-cloud\"" + Note.KNOWN);

  private Cloud() {}

  /**
   * Sends the members of a body, whole and streamed, and fails if any of the note's secrets leaves.
   *
   * @return the last answer
   */
  static HttpResponse<String> leaksNothing(String path, String members) {
    HttpResponse<String> last = null;
    for (boolean streamed : path.equals(EMBEDDINGS) ? List.of(false) : WHOLE_AND_STREAMED) {
      last = send(path, streamed ? members + ",\"stream\":true" : members);
      assertThat(last.statusCode()).as(last.body()).isIn(200, 400, 403);
    }
    assertNothingLeft();
    return java.util.Objects.requireNonNull(last);
  }

  /** The same, and the call must have been refused without a byte sent. */
  static void isRefused(String path, String members, String code) {
    Script.reset();
    HttpResponse<String> answer = leaksNothing(path, members);
    assertThat(answer.statusCode()).as(members).isGreaterThanOrEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
  }

  /** The same, and the call must have gone out clean and come back with its values. */
  static String passes(String path, String members) {
    HttpResponse<String> answer = leaksNothing(path, members);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Script.received(Script.PUBLIC)).isNotEmpty();
    return answer.body();
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

  static String quoted(String text) {
    return JsonWriter.text(new Json.Str(text));
  }
}
