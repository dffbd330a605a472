package gatehouse.journal.publish;

import gatehouse.embedded.EmbeddedKafka;
import gatehouse.embedded.Eventually;
import gatehouse.embedded.Topic;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.Stage;
import gatehouse.journal.sequence.Sequencer;
import gatehouse.journal.store.StoredEntry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Prints how many numbered entries a second reach a broker. The first ones only warm up. No test:
 * run with
 *
 * <pre>./mvnw -pl chassis/journal test -Dtest=PublishBench</pre>
 */
class PublishBench {
  private static final String TOPIC = "stage.thing.v1";
  private static final int GROUP = 500;
  private static final int GROUPS = Integer.getInteger("groups", 40);
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(2);

  @Test
  void figures() throws Exception {
    Stage stage = new Stage();
    JournalSettings settings = stage.settings(Map.of());
    Sequencer sequencer = new Sequencer(settings, stage.connections(), InstantSource.system());
    sequencer.loop().start();
    try (EmbeddedKafka broker = EmbeddedKafka.temporary()) {
      broker.create(List.of(new Topic(TOPIC, 3, Topic.Cleanup.DELETE, "stage", Set.of())));
      for (int round = 1; round <= 4; round++) {
        for (int i = 0; i < GROUPS; i++) {
          stage.write(
              IntStream.range(0, GROUP)
                  .mapToObj(n -> Stage.entry("thing-" + n, 1, TOPIC))
                  .toArray(StoredEntry[]::new));
        }
        Eventually.holds(
            "numbered",
            LONG,
            () -> stage.ask("SELECT count(*) FROM journal.pending").equals(List.of("0")));
        String all = Integer.toString(round * GROUPS * GROUP);
        Publisher publisher =
            new Publisher(
                settings, stage.connections(), Map.of("bootstrap.servers", broker.bootstrap()));
        long start = System.nanoTime();
        publisher.start(new StartupEvent());
        while (!stage.ask("SELECT seq FROM journal.published").equals(List.of(all))) {
          LockSupport.parkNanos(LOOK.toNanos());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        publisher.stop(new ShutdownEvent());
        System.out.printf(
            "publish: %d entries, %.0f/s%n", GROUPS * GROUP, GROUPS * GROUP / seconds);
      }
    }
    sequencer.loop().stop();
  }
}
