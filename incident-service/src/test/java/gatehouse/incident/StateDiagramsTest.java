package gatehouse.incident;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.incident.failover.FailoverState;
import gatehouse.incident.incident.IncidentState;
import gatehouse.incident.stop.StopState;
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

/** One table per life cycle: the states' methods, the README's diagram and the table agree. */
class StateDiagramsTest {
  /** A transition without its feature. */
  private record Edge(String from, String trigger, String to, String event) {
    String arrow() {
      String label = trigger + (event.isEmpty() ? "" : " / " + event);
      return "  %s --> %s: %s".formatted(from, to, label);
    }

    Edge withoutEvent() {
      return new Edge(from, trigger, to, "");
    }
  }

  @Test
  void stopStatesHaveExactlyTheListedExits() {
    agree(StopState.class, stopEdges());
  }

  @Test
  void incidentStatesHaveExactlyTheListedExits() {
    agree(IncidentState.class, incidentEdges());
  }

  @Test
  void failoverStatesHaveExactlyTheListedExits() {
    agree(FailoverState.class, failoverEdges());
  }

  @Test
  void onlyConfirmedRecoveryLeadsToLifted() {
    assertThat(stopEdges().stream().filter(edge -> edge.to().equals("LIFTED")))
        .extracting(Edge::from)
        .containsExactly("RECOVERY_CONFIRMED");
  }

  @Test
  void readmeShowsTheDiagrams() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    for (List<Edge> edges : List.of(stopEdges(), incidentEdges(), failoverEdges())) {
      assertThat(readme).contains(diagram(edges));
    }
  }

  private static String diagram(List<Edge> edges) {
    return edges.stream()
        .map(Edge::arrow)
        .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```"));
  }

  /** What a state's record can turn into is the return types of its own methods. */
  private static void agree(Class<?> states, List<Edge> listed) {
    List<Edge> written =
        Arrays.stream(states.getPermittedSubclasses())
            .flatMap(state -> exits(states, state))
            .toList();

    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(listed.stream().map(Edge::withoutEvent).toList());
  }

  private static Stream<Edge> exits(Class<?> states, Class<?> state) {
    return Arrays.stream(state.getDeclaredMethods())
        .filter(method -> states.isAssignableFrom(method.getReturnType()))
        .map(method -> new Edge(name(state), method.getName(), name(method), ""));
  }

  private static String name(Method exit) {
    return name(exit.getReturnType());
  }

  private static String name(Class<?> state) {
    return state.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static List<Edge> stopEdges() {
    return StopState.EDGES.stream()
        .map(e -> new Edge(e.from(), e.trigger(), e.to(), e.event()))
        .toList();
  }

  private static List<Edge> incidentEdges() {
    return IncidentState.EDGES.stream()
        .map(e -> new Edge(e.from(), e.trigger(), e.to(), e.event()))
        .toList();
  }

  private static List<Edge> failoverEdges() {
    return FailoverState.EDGES.stream()
        .map(e -> new Edge(e.from(), e.trigger(), e.to(), e.event()))
        .toList();
  }
}
