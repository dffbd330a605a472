package gatehouse.gateway.leaks;

import static gatehouse.gateway.leaks.Cloud.CHAT;
import static gatehouse.gateway.leaks.Cloud.EMBEDDINGS;
import static gatehouse.gateway.leaks.Cloud.RESPONSES;
import static gatehouse.gateway.leaks.Cloud.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonWriter;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases 1 to 20: wherever a request can carry text. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-43", "G-44"})
class PositionsTest implements InItsForms {
  private static final String NOTE = quoted(Note.TEXT);
  private static final String HI = "\"messages\":[{\"role\":\"user\",\"content\":\"好\"}]";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void case01_earlierTurns() {
    Cloud.passes(
        CHAT,
        "\"messages\":[{\"role\":\"user\",\"content\":%s},{\"role\":\"assistant\",\"content\":\"好\"},{\"role\":\"user\",\"content\":\"继续\"}]"
            .formatted(NOTE));
  }

  @Test
  void case02_systemAndDeveloperMessages() {
    for (String role : List.of("system", "developer")) {
      Cloud.passes(
          CHAT,
          "\"messages\":[{\"role\":\"%s\",\"content\":%s},{\"role\":\"user\",\"content\":\"好\"}]"
              .formatted(role, NOTE));
    }
  }

  @Test
  void case03_assistantHistory() {
    Cloud.passes(
        CHAT,
        "\"messages\":[{\"role\":\"assistant\",\"content\":%1$s,\"reasoning_content\":%1$s},{\"role\":\"user\",\"content\":\"好\"}]"
            .formatted(NOTE));
  }

  @Test
  void case04_toolResults() {
    String result = quoted(JsonWriter.text(Json.object("病历", Note.TEXT, "患者姓名", "欧阳明月")));
    Cloud.passes(
        CHAT,
        "\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":%s},{\"role\":\"user\",\"content\":\"好\"}]"
            .formatted(result));
  }

  @Test
  void case05_toolCallArguments() {
    String arguments = JsonWriter.text(Json.object("姓名", "欧阳明月", "note", Note.TEXT));
    for (String text : List.of(arguments, escaped(arguments))) {
      Cloud.leaksNothing(
          CHAT,
          "\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":%s}}]},{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"好\"}]"
              .formatted(quoted(text)));
    }
    assertThat(Script.received(Script.PUBLIC)).isNotEmpty();
  }

  @Test
  void case06_toolDefinitions() {
    for (String function :
        List.of(
            "{\"name\":\"f\",\"description\":%s}",
            "{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{\"a\":{\"enum\":[%s]}}}}",
            "{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{\"a\":{\"description\":%s}}}}")) {
      Cloud.passes(
          CHAT,
          HI
              + ",\"tools\":[{\"type\":\"function\",\"function\":"
              + function.formatted(NOTE)
              + "}]");
    }
    Cloud.isRefused(
        CHAT,
        HI + ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"欧阳明月\"}}]",
        "field_not_allowed");
  }

  @Test
  void case07_whoTheCallerSaysItIs() {
    for (String field : List.of("user", "safety_identifier", "prompt_cache_key")) {
      Cloud.passes(CHAT, HI + ",\"" + field + "\":" + NOTE);
    }
    Cloud.passes(CHAT, HI + ",\"metadata\":{\"欧阳明月\":" + NOTE + "}");
  }

  @Test
  void case08_nameOfAMessage() {
    Cloud.leaksNothing(
        CHAT, "\"messages\":[{\"role\":\"user\",\"name\":\"欧阳明月\",\"content\":\"好\"}]");
    Cloud.leaksNothing(
        CHAT, "\"messages\":[{\"role\":\"user\",\"name\":\"p13812345678\",\"content\":\"好\"}]");
  }

  @Test
  void case09_schemaOfTheAnswer() {
    Cloud.passes(
        CHAT,
        HI
            + ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":{\"type\":\"object\",\"description\":%s}}}"
                .formatted(NOTE));
  }

  @Test
  void case10_stopPredictionAndBias() {
    Cloud.passes(CHAT, HI + ",\"stop\":[" + NOTE + "]");
    Cloud.isRefused(
        CHAT,
        HI + ",\"prediction\":{\"type\":\"content\",\"content\":" + NOTE + "}",
        "field_not_allowed");
    Cloud.isRefused(CHAT, HI + ",\"logit_bias\":{\"13812345678\":1}", "field_not_allowed");
  }

  @Test
  void case11_keys() {
    Cloud.isRefused(
        CHAT,
        HI
            + ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"properties\":{\"欧阳明月\":{}}}}}]",
        "raw_egress");
    Cloud.leaksNothing(
        CHAT,
        "\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":%s}]"
            .formatted(quoted("{\"欧阳明月\":{\"13812345678\":1}}")));
  }

  @Test
  void case12_unknownFields() {
    Cloud.isRefused(CHAT, HI + ",\"unheard\":" + NOTE, "field_not_allowed");
    Cloud.isRefused(
        CHAT,
        "\"messages\":[{\"role\":\"user\",\"content\":\"好\",\"unheard\":" + NOTE + "}]",
        "field_not_allowed");
  }

  @Test
  void case13_headersCookiesAndQuery() {
    String body = Gateway.chat("note-assistant", "好", ",\"deployment\":\"public-cloud\"");
    for (String form : List.of(body, Cloud.streamed(body))) {
      HttpResponse<String> answer =
          Gateway.post(
              CHAT + "?name=13812345678",
              form,
              Map.of(
                  "Authorization", "Bearer " + Gateway.his(),
                  "Cookie", "patient=13812345678",
                  "OpenAI-Organization", "110101196803074215",
                  "X-Patient", "13812345678"));
      assertThat(answer.statusCode()).isEqualTo(200);
    }

    assertThat(Script.received(Script.PUBLIC)).hasSize(2);
    Cloud.assertNothingLeft();
  }

  @Test
  void case14_embeddings() {
    Cloud.passes(EMBEDDINGS, "\"input\":" + NOTE);
    Cloud.passes(EMBEDDINGS, "\"input\":[\"好\"," + NOTE + "],\"encoding_format\":\"base64\"");
    Cloud.isRefused(EMBEDDINGS, "\"input\":[9906,1917]", "token_ids");
  }

  @Test
  void case15_responsesAndCompletions() {
    Cloud.passes(RESPONSES, "\"input\":" + NOTE + ",\"instructions\":" + NOTE);
    Cloud.passes(
        RESPONSES,
        "\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":%1$s}]},{\"type\":\"function_call\",\"call_id\":\"c13812345678\",\"name\":\"f\",\"arguments\":%2$s},{\"type\":\"function_call_output\",\"call_id\":\"c13812345678\",\"output\":%1$s}]"
            .formatted(NOTE, quoted("{\"姓名\":\"欧阳明月\"}")));
    Cloud.isRefused("/v1/completions", "\"prompt\":" + NOTE, "unknown_url");
  }

  @Test
  void case16_multipart() {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + Gateway.his(), "X-Test", "multipart");
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"欧阳明月.txt\"\r\n\r\n";

    for (String path : List.of("/v1/files", "/v1/audio/transcriptions")) {
      assertThat(Gateway.post(path, body, headers).statusCode()).isEqualTo(404);
    }
    assertThat(Gateway.post(CHAT, body, headers).statusCode()).isEqualTo(400);
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
  }

  @Test
  void case17_imagesAsDataAddresses() {
    String url = "data:image/png;name=欧阳明月;base64,iVBORw0KGgo=";
    Cloud.isRefused(CHAT, parts("image_url", "{\"url\":\"" + url + "\"}"), "media_not_allowed");
    Cloud.isRefused(CHAT, Cloud.says("![x](" + url + ")"), "media_not_allowed");
    Cloud.isRefused(
        CHAT, parts("input_audio", "{\"data\":\"AAAA\",\"format\":\"wav\"}"), "media_not_allowed");
  }

  @Test
  void case18_imagesThatTheProviderFetches() {
    Cloud.isRefused(
        CHAT, parts("image_url", "{\"url\":\"https://x.example/欧阳明月.png\"}"), "remote_content");
  }

  @Test
  void case19_storedConversations() {
    Cloud.isRefused(
        RESPONSES, "\"input\":\"好\",\"previous_response_id\":\"resp_1\"", "stored_conversation");
    Cloud.isRefused(RESPONSES, "\"input\":\"好\",\"background\":true", "stored_conversation");
    Cloud.passes(RESPONSES, "\"input\":\"好\",\"store\":true");
    assertThat(Script.received(Script.PUBLIC).getFirst()).contains("\"store\":false");
  }

  @Test
  void case20_toolsThatRunElsewhere() {
    for (String tool :
        List.of(
            "{\"type\":\"web_search\"}",
            "{\"type\":\"code_interpreter\",\"container\":{\"type\":\"auto\"}}",
            "{\"type\":\"mcp\",\"server_label\":\"x\",\"server_url\":\"https://x.example/13812345678\"}")) {
      Cloud.isRefused(RESPONSES, "\"input\":\"好\",\"tools\":[" + tool + "]", "hosted_tool");
      Cloud.isRefused(CHAT, HI + ",\"tools\":[" + tool + "]", "hosted_tool");
    }
    Cloud.isRefused(CHAT, HI + ",\"web_search_options\":{}", "hosted_tool");
  }

  private static String parts(String type, String value) {
    return "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"%1$s\",\"%1$s\":%2$s}]}]"
        .formatted(type, value);
  }

  private static String escaped(String json) {
    StringBuilder out = new StringBuilder();
    json.chars()
        .forEach(c -> out.append(c < 0x80 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return out.toString();
  }
}
