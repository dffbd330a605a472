package gatehouse.incident.witness.events;

import gatehouse.incident.witness.KeepCheckpoint;
import gatehouse.incident.witness.ToldCheckpoint;
import gatehouse.journal.ReceivedEvent;
import gatehouse.journal.Receiver;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** One receiver for each service's checkpoints; its own are kept by whoever verifies it. */
class CheckpointReceivers {
  private static final String TYPE = "gatehouse.journal.checkpoint.signed.v1";

  private final KeepCheckpoint keep;

  CheckpointReceivers(KeepCheckpoint keep) {
    this.keep = keep;
  }

  @Produces
  @Singleton
  Receiver ofAdmission() {
    return new CheckpointReceiver("admission.checkpoint.v1", keep);
  }

  @Produces
  @Singleton
  Receiver ofConsent() {
    return new CheckpointReceiver("consent.checkpoint.v1", keep);
  }

  @Produces
  @Singleton
  Receiver ofGateway() {
    return new CheckpointReceiver("gateway.checkpoint.v1", keep);
  }

  /** What does not read as promised is refused, and so parked with an alarm. */
  record CheckpointReceiver(String topic, KeepCheckpoint keep) implements Receiver {
    @Override
    public void receive(ReceivedEvent event) {
      if (!event.type().equals(TYPE)) {
        return;
      }
      List<String> proof = new ArrayList<>();
      event.data().path("proof").forEach(hash -> proof.add(hash.asText()));
      keep.keep(
          new ToldCheckpoint(
              event.data().path("origin").asText(),
              event.data().path("note").asText(),
              event.data().path("previous").asLong(),
              proof,
              event.data().path("verifierKey").textValue()));
    }
  }
}
