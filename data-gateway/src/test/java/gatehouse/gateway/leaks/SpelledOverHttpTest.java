package gatehouse.gateway.leaks;

import static gatehouse.gateway.leaks.Cloud.CHAT;
import static gatehouse.gateway.leaks.Cloud.RESPONSES;
import static gatehouse.gateway.leaks.Cloud.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.egress.Spellings;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cases 21 to 28 in the writings of programs: over HTTP, as chats and as responses, whole and
 * streamed, by what the model received. {@code SpellingsTest} tries more values, in-process.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-44"})
class SpelledOverHttpTest {
  private static final String CARD = "110101196803074215";
  private static final String NAME = "欧阳明月";

  static Stream<Arguments> written() {
    return Stream.concat(
        of(Spellings.ofText(), CARD, NAME), of(Spellings.ofNumbers(), CARD, "13812345678"));
  }

  private static Stream<Arguments> of(
      Map<String, UnaryOperator<String>> spellings, String... secrets) {
    return spellings.entrySet().stream()
        .flatMap(one ->
            Stream.of(secrets)
                .map(secret -> arguments(one.getKey(), one.getValue().apply(secret))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("written")
  void noHalfOfAWritingArrives(String name, String written) {
    String text = "请看 " + written + " 。";
    Script.reset();

    Cloud.leaksNothing(CHAT, says(text));
    Cloud.leaksNothing(RESPONSES, "\"input\":" + Cloud.quoted(text));

    int half = (written.length() + 1) / 2;
    for (String body : Script.bodies(Script.PUBLIC)) {
      for (int at = 0; at + half <= written.length(); at++) {
        String piece = Cloud.quoted(written.substring(at, at + half));
        assertThat(body).as(name).doesNotContain(piece.substring(1, piece.length() - 1));
      }
    }
  }

  /** Pieces that only together are the card, with an answer of the model between them. */
  @ParameterizedTest
  @ValueSource(
      strings = {"110101|19680307|4215", "MTEwMTAxMTk2|ODAzMDc0|MjE1", "11010|1196803|074215"})
  void noSplitValueArrives(String pieces) {
    List<String> parts = List.of(pieces.split("\\|"));
    String messages =
        String.join(
            ",{\"role\":\"assistant\",\"content\":\"请继续\"},",
            parts.stream()
                .map(part -> "{\"role\":\"user\",\"content\":\"" + part + "\"}")
                .toList());
    Script.reset();

    Cloud.leaksNothing(CHAT, "\"messages\":[" + messages + "]");
    Cloud.leaksNothing(RESPONSES, "\"input\":[" + messages + "]");

    for (String body : Script.bodies(Script.PUBLIC)) {
      assertThat(parts.stream().allMatch(body::contains)).as(pieces).isFalse();
    }
  }
}
