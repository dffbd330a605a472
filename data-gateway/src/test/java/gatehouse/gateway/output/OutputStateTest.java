package gatehouse.gateway.output;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.gateway.output.OutputState.Edge;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The states' methods, the table and the README's diagram agree. */
class OutputStateTest {

  @Test
  void statesHaveExactlyTheListedExits() {
    assertThat(exits().map(OutputStateTest::edge).toList())
        .containsExactlyInAnyOrderElementsOf(
            OutputState.EDGES.stream()
                .map(e -> e.from() + " " + e.trigger() + " " + e.to())
                .toList());
  }

  @Test
  @Clause({"G-27", "G-28"})
  void nothingButAPhysiciansJudgementEndsPending() {
    List<Method> exits =
        exits().filter(exit -> exit.getDeclaringClass() == OutputState.Pending.class).toList();

    assertThat(exits).isNotEmpty();
    assertThat(exits)
        .allSatisfy(exit ->
            assertThat(exit.getParameterTypes())
                .singleElement()
                .isIn(Judgement.class, Judgement.Rejection.class));
  }

  @Test
  @Clause("G-33")
  void onlyWhatAPhysicianTookIsReleased() {
    assertThat(OutputState.EDGES)
        .filteredOn(edge -> edge.trigger().equals("release"))
        .extracting(Edge::from)
        .containsExactlyInAnyOrder("CONFIRMED", "EDITED", "RELEASED");
  }

  @Test
  void theReadmeShowsTheDiagram() throws IOException {
    String diagram =
        OutputState.EDGES.stream()
            .map(e -> "  %s --> %s: %s / %s".formatted(e.from(), e.to(), e.trigger(), e.event()))
            .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```"));

    assertThat(Files.readString(Path.of("README.md"))).contains(diagram);
  }

  private static Stream<Method> exits() {
    return Arrays.stream(OutputState.class.getPermittedSubclasses())
        .flatMap(state -> Arrays.stream(state.getDeclaredMethods()))
        .filter(method -> OutputState.class.isAssignableFrom(method.getReturnType()));
  }

  private static String edge(Method exit) {
    return name(exit.getDeclaringClass()) + " " + exit.getName() + " " + name(exit.getReturnType());
  }

  private static String name(Class<?> state) {
    return state.getSimpleName().toUpperCase(Locale.ROOT);
  }
}
