package gatehouse.admission;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Parts;
import gatehouse.embedded.Topic;
import gatehouse.inbox.Receiver;
import io.quarkus.arc.All;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The suite's broker lets this service read what it listens to, and nothing else (ADR 0706). */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class ReadTopicsTest {
  @Inject @All List<Receiver> receivers;

  @Test
  void theListOfTopicsNamesThisServiceWhereItListens() {
    assertThat(
            receivers.stream()
                .map(Receiver::topic)
                .filter(topic -> !topic.isEmpty())
                .collect(Collectors.toSet()))
        .isEqualTo(Topic.readBy("admission-service"));
  }
}
