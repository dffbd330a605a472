package gatehouse.inbox.receive;

import gatehouse.inbox.Receiver;
import gatehouse.journal.JournalSettings;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Starts one loop for each topic that the service has receivers for, if it runs at all. */
@ApplicationScoped
public class Receivers {

  private final List<TopicLoop> loops;

  public Receivers(
      JournalSettings settings,
      @All List<Receiver> receivers,
      Delivery delivery,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    Map<String, List<Receiver>> byTopic =
        receivers.stream()
            .filter(receiver -> settings.running() && !receiver.topic().isEmpty())
            .collect(Collectors.groupingBy(Receiver::topic, TreeMap::new, Collectors.toList()));
    this.loops =
        byTopic.entrySet().stream()
            .map(one ->
                new TopicLoop(
                    one.getKey(),
                    settings.service() + '.' + one.getKey(),
                    one.getValue(),
                    delivery,
                    kafka))
            .toList();
  }

  // After the observers of the service, so that what receives is set up.
  void start(@Observes @Priority(3000) StartupEvent event) {
    loops.forEach(TopicLoop::start);
  }

  void stop(@Observes @Priority(6000) ShutdownEvent event) throws InterruptedException {
    loops.forEach(TopicLoop::askToStop);
    for (TopicLoop loop : loops) {
      loop.awaitStop();
    }
  }

  List<TopicLoop> loops() {
    return loops;
  }
}
