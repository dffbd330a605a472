package gatehouse.gateway.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.CloudRequest;
import gatehouse.gateway.egress.EgressRequest;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import gatehouse.gateway.egress.KnownOfPatient;
import gatehouse.gateway.egress.PrepareEgress;
import gatehouse.gateway.egress.Scanners;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.route.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plants identifiers at every path of every body that OpenAI's API describes: as a value, inside a
 * sentence, inside JSON in a string, as a number, as a key, and as the value of a member that
 * nobody knows. Nothing of them may be in the bytes that leave.
 */
@Clause({"G-42", "G-43", "G-44"})
class EveryPathTest {
  private static final List<String> SECRETS =
      List.of("欧阳明月", "110101196803074215", "13812345678", "00123456", "中关村大街27号院3号楼502室");
  private static final List<UnaryOperator<String>> TEXTS =
      List.of(
          secret -> secret,
          secret -> "患者" + secret + "今日复诊。",
          secret -> JsonWriter.text(Json.object("note", Json.array(secret))));

  private final PrepareEgress prepare =
      new PrepareEgress("CN", new Scanners(Duration.ofSeconds(10)));

  @ParameterizedTest
  @EnumSource(Route.class)
  void nothingPlantedAnywhereLeaves(Route route) throws Exception {
    int sent = 0;
    int planted = 0;
    for (Json.Obj body : Planting.bodies(route)) {
      for (Json.Obj with : planted(body)) {
        planted++;
        if (prepare.prepare(request(route, with)) instanceof Verified verified) {
          sent++;
          String bytes = new String(verified.bytes().toArray(), UTF_8);
          SECRETS.forEach(
              secret -> assertThat(bytes).as(JsonWriter.text(with)).doesNotContain(secret));
        }
      }
    }

    assertThat(planted).isGreaterThan(50);
    // Otherwise the gateway would only have proved that it can say no.
    assertThat(sent).isGreaterThan(10);
  }

  /** The body once for each path and each way of planting something there. */
  private static List<Json.Obj> planted(Json.Obj body) {
    List<Json.Obj> all = new ArrayList<>();
    int places = Planting.places(body);
    for (int place = 0; place < places; place++) {
      String secret = SECRETS.get(place % SECRETS.size());
      for (UnaryOperator<String> text : TEXTS) {
        all.add(Planting.plant(body, place, text.apply(secret), secret));
      }
      all.add(Planting.plant(body, place, SECRETS.getFirst(), SECRETS.getFirst()));
    }
    return all;
  }

  private static EgressRequest request(Route route, Json.Obj body) {
    KnownOfPatient known =
        new KnownOfPatient(
            List.of("欧阳明月"),
            List.of(),
            List.of("13812345678"),
            List.of("110101196803074215"),
            List.of("00123456"),
            List.of("北京市海淀区中关村大街27号院3号楼502室"));
    return CloudRequest.of(route, body, Set.of("IMAGE"), known);
  }
}
