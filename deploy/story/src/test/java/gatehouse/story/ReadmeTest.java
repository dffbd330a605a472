package gatehouse.story;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the READMEs tell a newcomer to type and to open is there. */
class ReadmeTest {
  private static final Path ROOT = Checkout.root();
  private static final Pattern COMMAND = Pattern.compile("^\\./suite ([a-z]+)", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void commandsAreThoseThatTheStoryRuns(String readme) throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher command = COMMAND.matcher(Files.readString(ROOT.resolve(readme)));
    while (command.find()) {
      named.add(command.group(1));
    }
    assertThat(named).containsExactly("demo", "run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "stop", "dev", "test", "run", "demo"})
  void helpKnowsEveryVerb(String verb) throws IOException, InterruptedException {
    Process help =
        new ProcessBuilder(ROOT.resolve("suite").toString(), "help")
            .redirectErrorStream(true)
            .start();
    String said = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(help.waitFor()).isZero();
    assertThat(said).contains("./suite " + verb);
  }

  static Stream<Path> pages() {
    return Stream.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "docs/architecture.md")
        .map(ROOT::resolve);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    List<String> dead =
        link.results()
            .map(result -> result.group(1))
            .filter(target -> !Files.exists(page.resolveSibling(target)))
            .toList();
    assertThat(dead).isEmpty();
  }
}
