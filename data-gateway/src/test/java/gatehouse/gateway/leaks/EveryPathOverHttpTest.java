package gatehouse.gateway.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.egress.CloudRequest;
import gatehouse.gateway.egress.EgressVerdict;
import gatehouse.gateway.egress.KnownOfPatient;
import gatehouse.gateway.egress.PrepareEgress;
import gatehouse.gateway.egress.Scanners;
import gatehouse.gateway.egress.Spellings;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.route.Route;
import gatehouse.gateway.tripwire.Tripwire;
import gatehouse.gateway.tripwire.TripwireVerdict;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same bodies as in {@link EveryPathTest}, through the gateway as its callers reach it, whole
 * and as streams: something planted by chance at a place chosen by chance, in one of the writings
 * of {@link Spellings}. What arrived at the public model is read again as the last look reads.
 * {@code -Dgatehouse.fuzz.seed=…} chooses other requests, {@code -Dgatehouse.fuzz.calls=…} more.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-43", "G-44"})
class EveryPathOverHttpTest {
  private static final long SEED = Long.getLong("gatehouse.fuzz.seed", 20261122);
  private static final int CALLS = Integer.getInteger("gatehouse.fuzz.calls", 120);

  /** A slow machine plants less. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(8);

  private static final int FEWEST = 10;

  /** At least so much is answered of what is refused. */
  private static final int ONE_IN = 20;

  private static final List<String> SECRETS =
      List.of("欧阳明月", "110101196803074215", "13812345678", "00123456", "中关村大街27号院3号楼502室");
  private static final List<UnaryOperator<String>> AROUND =
      List.of(
          written -> written,
          written -> "患者" + written + "今日复诊。",
          written -> JsonWriter.text(Json.object("note", Json.array(written))));

  private static final KnownOfPatient NOTHING_KNOWN =
      new KnownOfPatient(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  private final Tripwire tripwire = new Tripwire(System::nanoTime);

  /** What was planted, for whoever has to find out how it got through. */
  private record Planted(String secret, String written, String members) {}

  @ParameterizedTest
  @EnumSource(Route.class)
  void nothingPlantedArrives(Route route) throws Exception {
    Script.reset();
    Random chance = new Random(SEED + route.name().length());
    List<Json.Obj> bodies = Planting.bodies(route);
    List<Json.Obj> leaving = bodies.stream().filter(body -> leaves(route, body)).toList();
    List<Planted> all = new ArrayList<>();
    Map<Integer, Integer> answers = new TreeMap<>();
    long deadline = System.nanoTime() + MOST_NANOS;
    for (int i = 0; i < CALLS && System.nanoTime() < deadline; i++) {
      Planted planted = planted(bodies, leaving, chance);
      all.add(planted);
      for (HttpResponse<String> answer : Cloud.answers("/v1" + route.path(), planted.members())) {
        answers.merge(answer.statusCode(), 1, Integer::sum);
        isAnswerOrError(answer, planted);
      }
    }

    List<String> arrived = Script.bodies(Script.PUBLIC);
    arrived.forEach(body -> holdsNothing(body, all));
    assertThat(all).as("planted in time").hasSizeGreaterThan(FEWEST);
    int answered = answers.getOrDefault(200, 0);
    int refused = answers.getOrDefault(403, 0);
    // Otherwise the gateway would only have proved that it can say no.
    assertThat(answered * ONE_IN).as("of " + answers).isGreaterThan(refused);
    assertThat(arrived).as("of " + answers).hasSizeGreaterThanOrEqualTo(answered);
  }

  /**
   * Every other one of those that leave when nothing is planted: most bodies are refused anyway.
   */
  private static Planted planted(List<Json.Obj> bodies, List<Json.Obj> leaving, Random chance) {
    Json.Obj body =
        one(chance.nextBoolean() ? leaving : bodies, chance).without("model").without("stream");
    String secret = one(SECRETS, chance);
    String written = one(List.copyOf(Spellings.ofText().values()), chance).apply(secret);
    String text = one(AROUND, chance).apply(written);
    Json.Obj with = Planting.plant(body, chance.nextInt(Planting.places(body)), text, secret);
    String json = JsonWriter.text(with);
    return new Planted(secret, written, json.substring(1, json.length() - 1));
  }

  private static boolean leaves(Route route, Json.Obj body) {
    return new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)))
            .prepare(CloudRequest.of(route, body, Set.of(), NOTHING_KNOWN))
        instanceof EgressVerdict.Verified;
  }

  private static <T> T one(List<T> list, Random chance) {
    return list.get(chance.nextInt(list.size()));
  }

  /** Neither as it was planted, nor in any reading that the last look knows. */
  private void holdsNothing(String body, List<Planted> all) {
    String why = "seed " + SEED + ": " + body;
    assertThat(tripwire.scan(body.getBytes(UTF_8), Note.SECRETS))
        .as(why)
        .isInstanceOf(TripwireVerdict.Clean.class);
    String plain = read(body);
    for (Planted planted : all) {
      assertThat(plain).as(why).doesNotContain(planted.secret(), planted.written());
    }
  }

  /** Without JSON's own escapes. */
  private static String read(String body) {
    try {
      StringBuilder text = new StringBuilder();
      append(text, JsonReader.read(body));
      return text.toString();
    } catch (Exception e) {
      throw new AssertionError("what leaves is JSON: " + body, e);
    }
  }

  private static void append(StringBuilder text, Json value) {
    switch (value) {
      case Json.Str(String string) -> text.append(string).append('\n');
      case Json.Num(String digits) -> text.append(digits).append('\n');
      case Json.Arr array -> array.items().forEach(item -> append(text, item));
      case Json.Obj object ->
          object
              .members()
              .forEach((key, member) -> {
                text.append(key).append('\n');
                append(text, member);
              });
      case Json.Bool _, Json.Null _ -> {}
    }
  }

  /** Clients raise it by its code, and find the call again by its number. */
  private static void isAnswerOrError(HttpResponse<String> answer, Planted planted) {
    if (answer.statusCode() == 200) {
      return;
    }
    String why = "seed " + SEED + ": " + planted.members() + " → " + answer.body();
    assertThat(answer.statusCode()).as(why).isIn(400, 403, 502);
    assertThat(answer.headers().firstValue("x-request-id")).as(why).isPresent();
    JsonNode error = Cloud.read(answer.body()).path("error");
    for (String member : List.of("message", "type", "code")) {
      assertThat(error.path(member).asText("")).as(why).isNotBlank();
    }
    assertThat(error.has("param")).as(why).isTrue();
    assertThat(answer.body()).as(why).doesNotContain(planted.secret());
    if (answer.statusCode() == 403) {
      assertThat(answer.headers().firstValue("x-should-retry")).as(why).contains("false");
    }
  }
}
