package gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.permit.Refusal;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert on a name that nobody counts under never rings. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class AlertsTest {
  private static final Path FOLDER = Path.of("../deploy/grafana");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*\\b(?!\\s*\\()");
  private static final Pattern SELECTOR = Pattern.compile("([a-z][a-z0-9_]*)\\{([^}]*)\\}");
  private static final Pattern MATCHER =
      Pattern.compile("([a-z_]+)\\s*(=~|!=|!~|=)\\s*\"([^\"]*)\"");
  private static final Set<String> WORDS = Set.of("or", "and", "unless", "by", "le");

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void everyRuleAndEveryPanelLooksAtWhatIsCounted() throws IOException {
    String metrics = metricsAfterSomeCalls();
    for (String query : queries()) {
      for (String name : names(query)) {
        assertThat(metrics).as(query).containsPattern("(?m)^" + name + "[{ ]");
      }
      SELECTOR.matcher(query).results().forEach(selector -> labels(query, selector, metrics));
    }
  }

  @Test
  void everyReasonIsOneThatIsGivenAndIsCountedFromZero() throws IOException {
    String metrics = Gateway.get("/q/metrics", Gateway.his()).body();
    for (Refusal.Code code : Refusal.Code.values()) {
      assertThat(metrics)
          .containsPattern("permit_decisions_total\\{decision=\"DENY\",reason=\"" + code + "\"");
    }
    for (String query : queries()) {
      MATCHER
          .matcher(query)
          .results()
          .filter(matcher -> matcher.group(1).equals("reason"))
          .flatMap(matcher -> Stream.of(matcher.group(3).split("\\|", -1)))
          .forEach(reason ->
              assertThat(Arrays.stream(Refusal.Code.values()).map(Enum::name))
                  .as(query)
                  .anyMatch(code -> code.matches(reason)));
    }
  }

  private static void labels(String query, MatchResult selector, String metrics) {
    MATCHER
        .matcher(selector.group(2))
        .results()
        .forEach(matcher ->
            assertThat(metrics)
                .as(query)
                .containsPattern(
                    "(?m)^" + selector.group(1) + "\\{[^}]*\\b" + matcher.group(1) + "=\""));
  }

  /** The names of metrics in a query, without labels, ranges and functions. */
  private static Set<String> names(String query) {
    String bare =
        query
            .replaceAll("\\{[^}]*\\}", "")
            .replaceAll("\\[[^\\]]*\\]", "")
            .replaceAll("\\b(?:by|without)\\s*\\([^)]*\\)", "");
    Set<String> names = new TreeSet<>();
    NAME.matcher(bare).results().map(MatchResult::group).forEach(names::add);
    names.removeAll(WORDS);
    return names;
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    collect(new YAMLMapper().readTree(Files.readString(FOLDER.resolve("alerts.yaml"))), queries);
    collect(
        new ObjectMapper().readTree(Files.readString(FOLDER.resolve("data-gateway.json"))),
        queries);
    assertThat(queries).hasSizeGreaterThan(8);
    return queries;
  }

  private static void collect(JsonNode node, List<String> queries) {
    if (node.path("expr").isTextual()) {
      queries.add(node.path("expr").asText());
    }
    node.forEach(child -> collect(child, queries));
  }

  private static String metricsAfterSomeCalls() {
    String streamed =
        Gateway.chat("note-assistant", "你好", "").replaceFirst("\\{", "{\"stream\":true,");
    assertThat(Gateway.post("/v1/chat/completions", streamed).statusCode()).isEqualTo(200);
    Gateway.post("/v1/chat/completions", Gateway.chat("note-assistant", "你好", ""));
    Script.say("decisions", Answers.NOT_ASKED);
    Gateway.post("/v1/chat/completions", Gateway.chat("discharge-summary", "你好", ""));
    return Gateway.get("/q/metrics", Gateway.his()).body();
  }
}
