package gatehouse.gateway.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import gatehouse.gateway.fakes.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/**
 * Holds the column "as" of {@code docs/leak-cases.md} against what each case really sent: the
 * clients of the tests note for every call of a model route whether it asked for a stream. A case
 * that runs in fewer forms than its line says fails, and so does one that runs in more.
 */
public interface InItsForms {
  /** One line of the page: the names of its tests, and their forms. */
  Pattern LINE = Pattern.compile("(?m)^\\| \\d\\d \\|[^|]*\\|([^|]*)\\|([^|]*)\\|");

  Pattern NAME = Pattern.compile("`(\\w+\\.case\\d\\d_\\w+)`");

  @BeforeEach
  default void forgetEarlierForms() {
    Gateway.forms();
  }

  @AfterEach
  default void theFormsAreThoseOfThePage(TestInfo test) throws IOException {
    String name = test.getTestMethod().orElseThrow().getName();
    if (name.startsWith("case")) {
      String full = test.getTestClass().orElseThrow().getSimpleName() + '.' + name;
      assertThat(Gateway.forms()).as("forms of " + full).isEqualTo(page().get(full));
    }
  }

  /** The forms that the page promises, by the test's name. */
  static Map<String, Set<String>> page() throws IOException {
    String page = Files.readString(Checkout.root().resolve("docs/leak-cases.md"));
    Map<String, Set<String>> forms = new TreeMap<>();
    for (Matcher line = LINE.matcher(page); line.find(); ) {
      Set<String> as = new TreeSet<>(Set.of(line.group(2).strip().split(", ", -1)));
      NAME.matcher(line.group(1)).results().forEach(name -> forms.put(name.group(1), as));
    }
    return forms;
  }
}
