package gatehouse.gateway.completion;

import gatehouse.gateway.answer.AiLabel;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Gives each answer its label, as the hospital configured it. */
@ApplicationScoped
class Labelling {
  private static final Logger LOG = Logger.getLogger(Labelling.class);

  private final String visible;
  private final String label;
  private final String producer;

  Labelling(
      @ConfigProperty(name = "gatehouse.aigc.visible-text") String visible,
      @ConfigProperty(name = "gatehouse.aigc.label") String label,
      @ConfigProperty(name = "gatehouse.aigc.content-producer") Optional<String> producer) {
    this.visible = visible;
    this.label = label;
    this.producer = producer.orElse("");
  }

  /** Said once, at the start: the standard asks for the producer, and nobody may invent one. */
  void start(@Observes StartupEvent event) {
    if (producer.isEmpty()) {
      LOG.warn(
          "answers are marked without their ContentProducer (GB 45438-2025);"
              + " set GATEHOUSE_AIGC_PRODUCER to the hospital's social credit code");
    }
  }

  /** The label of an output. */
  AiLabel of(UUID outputId) {
    return new AiLabel(visible, label, producer, outputId.toString());
  }
}
