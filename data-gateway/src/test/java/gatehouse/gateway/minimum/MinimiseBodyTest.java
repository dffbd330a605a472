package gatehouse.gateway.minimum;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.minimum.FieldPolicy.Need;
import gatehouse.gateway.minimum.Minimised.Reduced;
import gatehouse.gateway.minimum.Minimised.TooMuch;
import gatehouse.gateway.route.Route;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Clause("E-20")
class MinimiseBodyTest {
  private static final FieldPolicy POLICY =
      new FieldPolicy(
          "test",
          List.of("data", "value*", "resourceType", "subject"),
          Map.of(
              "CLINICAL", List.of("诊断", "note", "onset*"),
              "NAME", List.of("姓名", "name"),
              "CONTACT", List.of("家庭住址", "phone_number", "telecom")),
          Map.of("CARE", new Need(Set.of("NOTES"), Set.of("CLINICAL", "NAME"))));

  @Test
  void aRecordInAMessageKeepsWhatThePurposeNeeds() {
    Reduced left = reduce(user("{\"姓名\":\"甲\",\"家庭住址\":\"乙路1号\",\"诊断\":\"肺炎\",\"血型卡\":\"A\"}"));

    assertThat(content(left)).isEqualTo("{\"姓名\":\"甲\",\"诊断\":\"肺炎\"}");
    assertThat(left.stripped()).isEqualTo(Map.of("CONTACT", 1, "UNLISTED", 1));
  }

  @Test
  void nestedRecordsListsAndJsonInJsonAreLookedThrough() {
    Reduced left =
        reduce(
            user(
                "[{\"data\":{\"note\":\"x\",\"PhoneNumber\":\"1\"}},"
                    + "{\"data\":\"{\\\"诊断\\\":\\\"y\\\",\\\"telecom\\\":[1]}\"}]"));

    assertThat(content(left))
        .isEqualTo("[{\"data\":{\"note\":\"x\"}},{\"data\":\"{\\\"诊断\\\":\\\"y\\\"}\"}]");
    assertThat(left.stripped()).isEqualTo(Map.of("CONTACT", 2));
  }

  @Test
  void aFhirResourceLosesTheContactOfThePatient() {
    Reduced left =
        reduce(
            user(
                "{\"resourceType\":\"Patient\",\"name\":[{\"valueText\":\"甲\"}],"
                    + "\"telecom\":[{\"valueText\":\"1\"}],\"onsetDateTime\":\"2026\"}"));

    assertThat(content(left))
        .isEqualTo(
            "{\"resourceType\":\"Patient\",\"name\":[{\"valueText\":\"甲\"}],\"onsetDateTime\":\"2026\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":%s}]}",
        "{\"messages\":[{\"role\":\"function\",\"name\":\"f\",\"content\":%s}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":%s}]}]}"
      })
  void whereverDataComeInTheListIsClosed(String body) {
    Reduced left = reduce(body.formatted(quoted("{\"note\":\"n\",\"secret\":\"s\"}")));

    assertThat(JsonWriter.text(left.body())).contains("note").doesNotContain("secret");
    assertThat(left.stripped()).isEqualTo(Map.of("UNLISTED", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"input\":%s}",
        "{\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":%s}]}]}",
        "{\"input\":[{\"type\":\"function_call_output\",\"call_id\":\"c\",\"output\":%s}]}"
      })
  void responsesAndEmbeddingsAreHeldToTheSameList(String body) {
    String whole = body.formatted(quoted("{\"note\":\"n\",\"telecom\":\"s\"}"));

    for (Route route : List.of(Route.RESPONSES, Route.EMBEDDINGS)) {
      assertThat(JsonWriter.text(((Reduced) of(route, whole)).body()))
          .contains("note")
          .doesNotContain("telecom");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\","
            + "\"function\":{\"name\":\"f\",\"arguments\":%s}}]}]}",
        "{\"messages\":[{\"role\":\"system\",\"content\":%s}]}"
      })
  void namesThatAProgramChoseStayAndThoseOfRecordsGo(String body) {
    Reduced left = reduce(body.formatted(quoted("{\"city\":\"x\",\"家庭住址\":\"y\"}")));

    assertThat(JsonWriter.text(left.body())).contains("city").doesNotContain("家庭住址");
  }

  @Test
  void aRecordInsideProseIsFound() {
    Reduced left = reduce(user("请看{未闭合 和 {\"诊断\":\"肺炎\",\"家庭住址\":\"y}\"}，谢谢。"));

    assertThat(content(left)).isEqualTo("请看{未闭合 和 {\"诊断\":\"肺炎\"}，谢谢。");
  }

  @Test
  void whatNeedsNoChangeStaysTheSameObject() throws MalformedJsonException {
    Json.Obj body = (Json.Obj) JsonReader.read(user("{ \"note\" : \"n\" } "));

    Minimised left = MinimiseBody.of(Route.CHAT, body, POLICY.allowance("CARE", Set.of()));

    assertThat(((Reduced) left).body()).isSameAs(body);
  }

  @Test
  void whatTheCallDeclaresNarrowsTheList() {
    Reduced left = (Reduced) of(Route.CHAT, user("{\"姓名\":\"甲\",\"诊断\":\"肺炎\"}"), Set.of("诊断"));

    assertThat(content(left)).isEqualTo("{\"诊断\":\"肺炎\"}");
    assertThat(left.stripped()).isEqualTo(Map.of("NAME", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":%s}}]",
        "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"schema\":%s}}",
        "\"text\":{\"format\":{\"type\":\"json_schema\",\"schema\":%s}}"
      })
  void aSchemaThatAsksForMoreIsTooMuch(String member) {
    String asks = "{\"type\":\"object\",\"properties\":{\"诊断\":{},\"city\":{},\"家庭住址\":{}}}";

    assertThat(of(Route.CHAT, "{" + member.formatted(asks) + "}"))
        .isEqualTo(new TooMuch(Map.of("CONTACT", 1)));
  }

  @Test
  void askingForMoreIsSeenByCategoryFieldAndPurpose() {
    assertThat(POLICY.exceeds("CARE", Set.of("NOTES"), Set.of("诊断"))).isFalse();
    assertThat(POLICY.exceeds("CARE", Set.of("NOTES", "PAYMENT"), Set.of())).isTrue();
    assertThat(POLICY.exceeds("CARE", Set.of(), Set.of("telecom"))).isTrue();
    assertThat(POLICY.exceeds("CARE", Set.of(), Set.of("whatever"))).isTrue();
    assertThat(POLICY.exceeds("MARKETING", Set.of("NOTES"), Set.of())).isTrue();
    assertThat(POLICY.exceeds("MARKETING", Set.of(), Set.of())).isFalse();
  }

  private static String user(String content) {
    return "{\"messages\":[{\"role\":\"user\",\"content\":" + quoted(content) + "}]}";
  }

  private static String quoted(String text) {
    return JsonWriter.text(new Json.Str(text));
  }

  private static Reduced reduce(String body) {
    return (Reduced) of(Route.CHAT, body);
  }

  private static Minimised of(Route route, String body) {
    return of(route, body, Set.of());
  }

  private static Minimised of(Route route, String body, Set<String> declared) {
    try {
      return MinimiseBody.of(
          route, (Json.Obj) JsonReader.read(body), POLICY.allowance("CARE", declared));
    } catch (MalformedJsonException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String content(Reduced reduced) {
    if (reduced.body().get("messages") instanceof Json.Arr messages
        && messages.items().getFirst() instanceof Json.Obj message) {
      return Objects.toString(message.string("content"));
    }
    throw new AssertionError("no message is left: " + reduced);
  }
}
