package gatehouse.gateway.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import gatehouse.gateway.leaks.canary.CanaryTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/leak-cases.md} names the tests that there are, one at least for each case, and the
 * forms that each of them really sends.
 */
class LeakCasesTest {
  private static final int CASES = 56;
  private static final List<Class<?>> CASES_OF =
      List.of(
          PositionsTest.class,
          EncodingsTest.class,
          TransportTest.class,
          AnswersTest.class,
          AnswerPartsTest.class,
          OperationsTest.class,
          FailOverTest.class,
          CanaryTest.class);
  private static final Pattern NAMED = Pattern.compile("`(\\w+\\.case(\\d\\d)_\\w+)`");

  @Test
  void everyCaseHasItsTestAndItsLine() throws IOException {
    String page = Files.readString(Checkout.root().resolve("docs/leak-cases.md"));
    Set<String> named = new TreeSet<>();
    Set<Integer> numbers = new TreeSet<>();
    NAMED
        .matcher(page)
        .results()
        .forEach(found -> {
          named.add(found.group(1));
          numbers.add(Integer.valueOf(found.group(2)));
        });

    assertThat(named).isEqualTo(tests());
    assertThat(numbers)
        .isEqualTo(IntStream.rangeClosed(1, CASES).boxed().collect(Collectors.toSet()));
  }

  /** A class that is not held to the column of forms could promise any. */
  @Test
  void everyCaseIsHeldToItsForms() throws IOException {
    assertThat(CASES_OF).allMatch(InItsForms.class::isAssignableFrom);
    assertThat(InItsForms.page().keySet()).isEqualTo(tests());
    assertThat(InItsForms.page().values())
        .allMatch(forms -> !forms.isEmpty() && Set.of("JSON", "SSE").containsAll(forms));
  }

  private static Set<String> tests() {
    return CASES_OF.stream()
        .flatMap(type ->
            Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("case") && !method.isSynthetic())
                .map(method -> type.getSimpleName() + '.' + method.getName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
