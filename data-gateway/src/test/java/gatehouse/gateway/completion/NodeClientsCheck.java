package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Runs {@code deploy/clients/check.mjs} against the gateway. Its name keeps it out of the build,
 * which must pass on a machine without Node.js; {@code deploy/clients/run} calls it.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class NodeClientsCheck {
  private static final String TOOL_CALL =
      """
      {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
       "message":{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",
        "function":{"name":"find_allergies","arguments":"{\\"name\\":\\"欧阳明月\\"}"}}]},
       "finish_reason":"tool_calls"}],
       "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}
      """;

  @Test
  void npmClientsWorkAndLeakNothing() throws Exception {
    Script.reset();
    Script.say("raw:" + Script.IN_HOUSE, TOOL_CALL);
    Path folder = Checkout.root().resolve("deploy/clients");
    ProcessBuilder node = new ProcessBuilder("node", "check.mjs").directory(folder.toFile());
    node.environment()
        .putAll(
            Map.of(
                "GATEWAY", Gateway.url() + "/v1",
                "TOKEN", Gateway.his(),
                "CONTEXT",
                    header(
                        Gateway.CONTEXT.formatted(",\"deployment\":\"public-cloud\"" + Note.KNOWN)),
                "IN_HOUSE", header(Gateway.CONTEXT.formatted("")),
                "FORBIDDEN", header("{\"names\":[]}"),
                "NAME", "欧阳明月"));

    Process check = node.redirectErrorStream(true).start();
    try (BufferedReader lines = check.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(System.out::println);
    }

    assertThat(check.waitFor()).isZero();
    List<String> received = Script.received(Script.PUBLIC);
    assertThat(received).hasSizeGreaterThan(10);
    received.forEach(raw -> Note.SECRETS.forEach(secret -> assertThat(raw).doesNotContain(secret)));
  }

  private static String header(String context) {
    return Base64.getUrlEncoder().encodeToString(context.getBytes(StandardCharsets.UTF_8));
  }
}
