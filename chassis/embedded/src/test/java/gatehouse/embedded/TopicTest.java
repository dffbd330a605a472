package gatehouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void stopsStandInOneOrderAndAreNeverForgotten() {
    assertThat(Topic.ofThisCheckout())
        .filteredOn(topic -> topic.name().equals("incident.stop.v1"))
        .containsExactly(
            new Topic(
                "incident.stop.v1",
                1,
                Topic.Cleanup.FOREVER,
                "incident-service",
                Set.of("admission-service", "consent-service", "data-gateway")));
  }

  @Test
  void eachTopicIsNamedAfterItsOneWriter() {
    assertThat(Topic.ofThisCheckout())
        .hasSizeGreaterThan(10)
        .allSatisfy(topic ->
            assertThat(topic.writer())
                .containsPattern(
                    "\\b" + topic.name().substring(0, topic.name().indexOf('.')) + "\\b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consent.scope.v1,3,compact,consent",
        "consent.scope.v1,0,compact,consent,",
        "consent.scope.v1,three,compact,consent,",
        "consent.scope.v1,3,sometimes,consent,",
        "consent.scope.v1,3,compact,,gateway",
        "consent.scope.v1,3,compact,con\"sent,",
        "consent.scope.v1,3,compact,consent,gateway incident ",
        "consent.scope.v1,3,compact,consent,gateway,incident"
      })
  void aLineThatIsNoTopicIsNamed(String line) throws IOException {
    Path file = folder.resolve("topics.csv");
    Files.writeString(file, "topic,partitions,cleanup,writer,readers\n" + line + "\n");

    assertThatThrownBy(() -> Topic.listedIn(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line);
  }

  @Test
  void aFileOfOtherColumnsIsRefused() throws IOException {
    Path file = folder.resolve("topics.csv");
    Files.writeString(file, "name,partitions\n");

    assertThatThrownBy(() -> Topic.listedIn(file)).hasMessageContaining("must begin with");
  }
}
