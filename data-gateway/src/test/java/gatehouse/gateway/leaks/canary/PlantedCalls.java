package gatehouse.gateway.leaks.canary;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.UUID;

/**
 * Calls with a word in every input that the gateway has. Written to a socket: a client's pooled
 * buffers would keep what was sent.
 */
final class PlantedCalls {
  private static final String OK = "HTTP/1.1 200";
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final String CHAT = "/v1/chat/completions";
  private static final String KNOWN =
      """
      "known":{"names":["@name@"],"kin":["@kin@"],"phones":["@phone@"],"idNumbers":["@id number@"],
       "recordNumbers":["@record number@"],"addresses":["@address@"]}\
      """;
  private static final String CONTEXT =
      """
      {"patient":{"issuer":"HIS","id":"@patient@"},"encounter":"@encounter@","purpose":"CARE",
       "user":"@user@","place":"@place@","deployment":"DEPLOYMENT",%s}\
      """
          .formatted(KNOWN);
  private static final String EVERYTHING =
      """
      "user":"@user field@","safety_identifier":"@safety@","prompt_cache_key":"@cache key@",
      "metadata":{"a":"@metadata@"},"stop":["@stop@"],
      "messages":[{"role":"system","content":"@system@"},
       {"role":"user","name":"@message name@","content":"@earlier turn@"},
       {"role":"assistant","content":"@earlier answer@","reasoning_content":"@reasoning@",
        "tool_calls":[{"id":"c1","type":"function",
         "function":{"name":"f","arguments":"{\\"a\\":\\"@arguments@\\"}"}}]},
       {"role":"tool","tool_call_id":"c1","content":"@tool result@"},
       {"role":"user","content":[{"type":"text","text":"患者@last message@，咳嗽。"}]}],
      "tools":[{"type":"function","function":{"name":"f","description":"@tool@",
       "parameters":{"type":"object","properties":{"a":{"type":"string","enum":["@enum@"]}}}}}],
      "response_format":{"type":"json_schema","json_schema":{"name":"n",
       "schema":{"type":"object","description":"@schema@"}}}\
      """;

  private final Canaries canaries;

  PlantedCalls(Canaries canaries) {
    this.canaries = canaries;
  }

  /** Whole, streamed and blocked, in the house and to the cloud, on all routes. */
  void chatsAndOtherRoutes() {
    for (String form : new String[] {"", ",\"stream\":true"}) {
      for (String deployment : new String[] {"in-house", "public-cloud"}) {
        isAnswered(post(CHAT, with(EVERYTHING + form, CONTEXT, deployment)));
        String input =
            "\"instructions\":\"@instructions@\",\"input\":[{\"role\":\"user\",\"content\":\"@input@\"}]";
        isAnswered(post("/v1/responses", with(input + form, CONTEXT, deployment)));
      }
      isAnswered(post(CHAT, with(EVERYTHING + form, CONTEXT, "public-cloud-strict")));
    }
    isAnswered(post("/v1/embeddings", with("\"input\":\"@embedded@\"", CONTEXT, "in-house")));
    String unknown =
        "\"messages\":[{\"role\":\"user\",\"content\":\"好\"}],\"@unknown key@\":\"@unknown value@\"";
    isAnswered(post(CHAT, with(unknown, CONTEXT, "in-house")));
    isAnswered(post(CHAT, with(unknown, CONTEXT, "public-cloud")));
  }

  /** What stands beside the body: the context as a header, another header, the query, a cookie. */
  void headersAndAddress() {
    String context =
        canaries.fill(
            CONTEXT
                .replace("DEPLOYMENT", "in-house")
                .replaceAll("@([^@]+)@", "@$1 in the header@"));
    String headers =
        "X-Gatehouse-Context: "
            + Base64.getUrlEncoder().withoutPadding().encodeToString(context.getBytes(UTF_8))
            + "\r\nX-Canary: "
            + canaries.word("header")
            + "\r\nCookie: a="
            + canaries.word("cookie")
            + "\r\n";
    String body =
        "{\"model\":\"note-assistant\",\"messages\":[{\"role\":\"user\",\"content\":\"好\"}]}";
    isAnswered(send(CHAT + "?q=" + canaries.word("query"), headers, body, Gateway.his()));
  }

  /** A permit is asked for first, and the call names it. */
  void byPermit() {
    String question =
        """
        {"application":"note-assistant","patient":{"issuer":"HIS","id":"@patient of a permit@"},
         "encounter":"@encounter of a permit@","purpose":"CARE","dataCategories":["LAB"],
         "user":"@user of a permit@","place":"@place of a permit@"}
        """;
    String call = "";
    String answer = "";
    // A permit lives a second, and a busy machine may take longer between the two.
    for (int tried = 0; tried < 10 && !answer.startsWith(OK); tried++) {
      String permit = send("/v1/permits", "", canaries.fill(question), Gateway.his());
      String id = permit.replaceAll("(?s).*\"permitId\":\"([^\"]*)\".*", "$1");
      call =
          with(
              "\"messages\":[{\"role\":\"user\",\"content\":\"@message under a permit@\"}]",
              "{\"permit\":\"" + id + "\"," + KNOWN + "}",
              "in-house");
      answer = post(CHAT, call);
    }
    assertThat(answer.startsWith(OK)).isTrue();
    awaitEnd(call);
  }

  /** Until then the gateway has to know what the permit was asked for. */
  private static void awaitEnd(String call) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (post(CHAT, call).startsWith(OK)) {
      assertThat(System.nanoTime()).as("the permit ends").isLessThan(deadline);
    }
  }

  /**
   * Only the model says a word, and a physician writes others.
   *
   * @return the output that holds them
   */
  String whatIsWrittenThere() {
    Script.say("wrap:" + Script.IN_HOUSE, canaries.word("text of the model"));
    String answer =
        post(
            CHAT,
            with("\"messages\":[{\"role\":\"user\",\"content\":\"好\"}]", CONTEXT, "in-house"));
    isAnswered(answer);
    Script.say("wrap:" + Script.IN_HOUSE, "%s");
    String id = answer.replaceAll("(?s).*\"ProduceID\":\"([^\"]*)\".*", "$1");
    judge(id, "edit", ",\"text\":\"@text of an edit@\"");
    judge(id, "confirm", ",\"statement\":\"@statement@\"");
    return id;
  }

  private void judge(String output, String verb, String more) {
    String body = "{\"contentDigest\":\"" + Ward.digest(output) + "\"" + canaries.fill(more) + "}";
    String key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
    String answer = send("/v1/outputs/" + output + "/" + verb, key, body, Ward.physician());
    assertThat(answer.startsWith("HTTP/1.1 2")).as(verb).isTrue();
  }

  private String with(String members, String context, String deployment) {
    return canaries.fill(
        "{\"model\":\"note-assistant\","
            + members
            + ",\"gatehouse\":"
            + context.replace("DEPLOYMENT", deployment)
            + "}");
  }

  private static String post(String path, String body) {
    return send(path, "", body, Gateway.his());
  }

  private static void isAnswered(String answer) {
    assertThat(answer.startsWith(OK) || answer.startsWith("HTTP/1.1 403"))
        .as(answer.lines().findFirst().orElse(""))
        .isTrue();
  }

  private static String send(String path, String headers, String body, String token) {
    Gateway.called(path, body);
    URI gateway = URI.create(Gateway.url());
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
            + token
            + "\r\nConnection: close\r\nContent-Length: "
            + bytes.length
            + "\r\n"
            + headers
            + "\r\n";
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
