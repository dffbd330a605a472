package gatehouse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Checkout;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code ./suite faults} looks at the options before it builds, so it must know all of them. */
class SuiteOptionsTest {
  @Test
  void theScriptKnowsEveryOption() throws Exception {
    String script = Files.readString(Checkout.root().resolve("suite"));
    String known =
        script.substring(
            script.indexOf("check_options faults"), script.lastIndexOf("faults/target"));

    Stream<String> options =
        new CommandLine(new Main())
            .getCommandSpec().options().stream().map(option -> option.longestName());

    assertThat(options.filter(name -> !name.equals("--help") && !name.equals("--version")))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(known).containsPattern("[ ']" + name + "[ ']"));
  }
}
