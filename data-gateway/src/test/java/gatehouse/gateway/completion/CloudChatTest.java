package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a chat reaches the public cloud, and what comes back from there. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class CloudChatTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHAT = "/v1/chat/completions";
  private static final String CLOUD = ",\"deployment\":\"public-cloud\"" + Note.KNOWN;
  private static final String STRICT = ",\"deployment\":\"public-cloud-strict\"" + Note.KNOWN;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause({"G-42", "G-44"})
  void theCloudSeesNoIdentifierAndTheCallerSeesThemAll() throws Exception {
    HttpResponse<String> response =
        Gateway.post(CHAT, Gateway.chat("note-assistant", Note.TEXT, CLOUD));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(Script.received(Script.PUBLIC)).hasSize(1);
    String raw = Script.received(Script.PUBLIC).getFirst();
    Note.SECRETS.forEach(secret -> assertThat(raw).doesNotContain(secret));
    assertThat(raw).contains("咳嗽", "国药准字H20123456", "⟦");
    String content =
        JSON.readTree(response.body())
            .path("choices")
            .path(0)
            .path("message")
            .path("content")
            .asText();
    assertThat(content).contains("欧阳明月", "110101196803074215", "13812345678").doesNotContain("⟦");
  }

  @Test
  @Clause("G-44")
  void streamsAreRestoredWhereverTheyAreCut() {
    String body =
        Gateway.chat("note-assistant", Note.TEXT, CLOUD).replaceFirst("\\{", "{\"stream\":true,");

    HttpResponse<String> response = Gateway.post(CHAT, body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Note.SECRETS.forEach(
        secret -> assertThat(Script.received(Script.PUBLIC).getFirst()).doesNotContain(secret));
    String text = Streams.text(response.body());
    assertThat(text)
        .contains("姓名：欧阳明月", "身份证号：110101196803074215", "国药准字H20123456")
        .endsWith("内容由AI生成，须经医师确认")
        .doesNotContain("⟦");
    assertThat(response.body()).endsWith("data: [DONE]\n\n").doesNotContain("event:", "connected");
    assertThat(Streams.chunks(response.body()).getFirst().has("aigc")).isTrue();
    assertThat(Streams.chunks(response.body()).getLast().has("aigc")).isTrue();
  }

  @Test
  @Clause("G-44")
  void thePolicyRefuseBlocksOnAnyFinding() throws Exception {
    HttpResponse<String> response =
        Gateway.post(CHAT, Gateway.chat("note-assistant", Note.TEXT, STRICT));

    assertThat(code(response)).isEqualTo("raw_egress");
    assertThat(
            JSON.readTree(response.body()).path("error").path("gatehouse").path("blockId").asText())
        .hasSize(36);
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
  }

  @Test
  @Clause("G-43")
  void anApplicationWithoutTheDecisionIsBlocked() throws Exception {
    String body = Gateway.chat("discharge-summary", "你好", CLOUD);

    assertThat(code(Gateway.post(CHAT, body))).isEqualTo("destination");
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HIV抗体阳性",
    "诊断：精神分裂症",
    "患儿，男，5岁",
    "BRCA1 基因突变",
  })
  @Clause({"G-44", "E-66"})
  void sensitiveDataNeverGoToTheCloud(String text) throws Exception {
    assertThat(code(Gateway.post(CHAT, Gateway.chat("note-assistant", text, CLOUD))))
        .isEqualTo("sensitive");
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
  }

  @Test
  @Clause("G-42")
  void aDestinationThatIsNotConfiguredIsBlocked() throws Exception {
    String body = Gateway.chat("note-assistant", "你好", ",\"deployment\":\"elsewhere\"");

    HttpResponse<String> answer = Gateway.post(CHAT, body);

    assertThat(code(answer)).isEqualTo("destination_unknown");
    assertThat(JSON.readTree(answer.body()).at("/error/param").asText())
        .isEqualTo("gatehouse.deployment");
    assertThat(JSON.readTree(answer.body()).at("/error/message").asText())
        .contains("known: in-house", "public-cloud")
        .doesNotContain("elsewhere");
  }

  /** Words of OpenAI's are named; a word of the caller's own may be somebody's number. */
  @ParameterizedTest
  @CsvSource({
    "logit_bias, logit_bias",
    "service_tier, service_tier",
    "13812345678, *2",
  })
  void aFieldThatMayNotGoIsNamed(String field, String shown) throws Exception {
    String body =
        Gateway.chat("note-assistant", "你好", CLOUD)
            .replaceFirst("\"messages\"", "\"" + field + "\":{\"a\":1},\"messages\"");

    HttpResponse<String> answer = Gateway.post(CHAT, body);

    assertThat(code(answer)).isEqualTo("field_not_allowed");
    assertThat(JSON.readTree(answer.body()).at("/error/param").asText()).isEqualTo(shown);
    assertThat(answer.body()).contains('[' + shown + ']').doesNotContain("13812345678");
  }

  @Test
  void callsAboutNobodyNameNobody() throws Exception {
    String body =
        "{\"model\":\"wayfinding\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}";

    assertThat(Gateway.post(CHAT, body.formatted("放射科怎么走")).statusCode()).isEqualTo(200);
    assertThat(code(Gateway.post(CHAT, body.formatted("我是13812345678，怎么走"))))
        .isEqualTo("identifier_found");
    assertThat(Script.received(Script.IN_HOUSE)).hasSize(1);
  }

  private static String code(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body()).path("error").path("code").asText();
  }
}
