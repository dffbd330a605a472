package gatehouse.gateway.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The states' methods and the table agree. */
class CaseStateTest {

  @Test
  void statesHaveExactlyTheListedExits() {
    assertThat(
            Arrays.stream(CaseState.class.getPermittedSubclasses())
                .flatMap(state -> Arrays.stream(state.getDeclaredMethods()))
                .filter(method -> CaseState.class.isAssignableFrom(method.getReturnType()))
                .map(CaseStateTest::edge))
        .containsExactlyInAnyOrderElementsOf(
            CaseState.EDGES.stream()
                .map(e -> e.from() + " " + e.trigger() + " " + e.to())
                .toList());
  }

  private static String edge(Method exit) {
    return name(exit.getDeclaringClass()) + " " + exit.getName() + " " + name(exit.getReturnType());
  }

  private static String name(Class<?> state) {
    return state.getSimpleName().toUpperCase(Locale.ROOT);
  }
}
