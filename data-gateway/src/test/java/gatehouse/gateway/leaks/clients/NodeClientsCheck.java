package gatehouse.gateway.leaks.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.BufferedWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs {@code deploy/clients/check.mjs} and {@code cases.mjs} against the gateway. Its name keeps
 * it out of the build, which must pass on a machine without Node.js; {@code deploy/clients/run}
 * calls it.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class NodeClientsCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
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

    Process check = node("check.mjs").redirectErrorStream(true).start();
    try (BufferedReader lines = check.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(System.out::println);
    }

    assertThat(check.waitFor()).isZero();
    List<String> received = Script.received(Script.PUBLIC);
    assertThat(received).hasSizeGreaterThan(10);
    received.forEach(raw -> Note.SECRETS.forEach(secret -> assertThat(raw).doesNotContain(secret)));
  }

  /** The client tells what came of a case and waits until this has looked at the model. */
  @ParameterizedTest
  @ValueSource(strings = {"openai", "ai", "langchain"})
  void npmClientsLeakNothingInAnyCase(String client) throws Exception {
    Script.reset();
    List<ClientCase> cases = ClientCase.all();
    Set<String> unsaid = new LinkedHashSet<>();
    List<String> faults = new ArrayList<>();
    int requests = 0;
    Process sender = node("cases.mjs", client).redirectError(Redirect.INHERIT).start();
    try (BufferedReader lines = sender.inputReader(StandardCharsets.UTF_8);
        BufferedWriter next = sender.outputWriter(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode came = JSON.readTree(line);
        ClientCase one = cases.get(came.path("case").asInt());
        if (came.has("inexpressible")) {
          unsaid.add(one.toString());
        } else {
          requests++;
          fault(one, came).ifPresent(faults::add);
        }
        Script.reset();
        next.write("\n");
        next.flush();
      }
    }
    faults.forEach(fault -> System.out.println("FAILED " + client + ": " + fault));
    System.out.printf(
        "%s %s: %d cases, %d requests, %d leaks or wrong answers%n",
        faults.isEmpty() ? "ok    " : "FAILED",
        client,
        cases.size() - unsaid.size(),
        requests,
        faults.size());
    unsaid.forEach(one -> System.out.println("none   " + client + " cannot say " + one));

    assertThat(sender.waitFor()).isZero();
    assertThat(requests).isPositive();
    assertThat(faults).isEmpty();
  }

  private static Optional<String> fault(ClientCase one, JsonNode came) {
    if (came.has("failed")) {
      return Optional.of(one + ": " + came.path("failed").asText());
    }
    try {
      one.leftNothing(came.path("refused").asBoolean());
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static ProcessBuilder node(String... script) {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(List.of(script));
    ProcessBuilder node =
        new ProcessBuilder(command).directory(Checkout.root().resolve("deploy/clients").toFile());
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
                "NAME", "欧阳明月",
                "NOTE", Note.TEXT));
    return node;
  }

  private static String header(String context) {
    return Base64.getUrlEncoder().encodeToString(context.getBytes(StandardCharsets.UTF_8));
  }
}
