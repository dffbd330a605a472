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

/** {@code docs/leak-cases.md} names the tests that there are, one at least for each case. */
class LeakCasesTest {
  private static final int CASES = 56;
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

  private static Set<String> tests() {
    return List.of(
            PositionsTest.class,
            EncodingsTest.class,
            TransportTest.class,
            AnswersTest.class,
            OperationsTest.class,
            CanaryTest.class)
        .stream()
        .flatMap(type ->
            Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("case") && !method.isSynthetic())
                .map(method -> type.getSimpleName() + '.' + method.getName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
