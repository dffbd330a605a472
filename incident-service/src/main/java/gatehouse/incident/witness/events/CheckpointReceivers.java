package gatehouse.incident.witness.events;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import gatehouse.incident.witness.JournalBreak;
import gatehouse.incident.witness.KeepCheckpoint;
import gatehouse.incident.witness.OpenBreak;
import gatehouse.incident.witness.ToldCheckpoint;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One receiver for each service's checkpoints and the breaks that it found in its own journal. Of
 * this service's own topic only the breaks are heard: its checkpoints are kept by somebody else.
 */
class CheckpointReceivers {
  private static final String SIGNED = "gatehouse.journal.checkpoint.signed.v1";
  private static final String BROKEN = "gatehouse.journal.break.found.v1";

  private final KeepCheckpoint keep;
  private final OpenBreak openBreak;

  CheckpointReceivers(KeepCheckpoint keep, OpenBreak openBreak) {
    this.keep = keep;
    this.openBreak = openBreak;
  }

  @Produces
  @Singleton
  Receiver ofAdmission() {
    return new CheckpointReceiver("admission.checkpoint.v1", this::heard);
  }

  @Produces
  @Singleton
  Receiver ofConsent() {
    return new CheckpointReceiver("consent.checkpoint.v1", this::heard);
  }

  @Produces
  @Singleton
  Receiver ofGateway() {
    return new CheckpointReceiver("gateway.checkpoint.v1", this::heard);
  }

  @Produces
  @Singleton
  Receiver ofThisService() {
    return new CheckpointReceiver("incident.checkpoint.v1", this::broken);
  }

  private void heard(ReceivedEvent event) {
    if (event.type().equals(SIGNED)) {
      keep.keep(told(event.data()));
    }
    broken(event);
  }

  private void broken(ReceivedEvent event) {
    if (event.type().equals(BROKEN)) {
      openBreak.open(
          new JournalBreak(
              event.data().path("origin").asText(),
              event.data().path("kind").asText(),
              event.data().path("first").asLong()));
    }
  }

  private static ToldCheckpoint told(JsonNode data) {
    List<String> proof = new ArrayList<>();
    data.path("proof").forEach(hash -> proof.add(hash.asText()));
    return new ToldCheckpoint(
        data.path("origin").asText(),
        data.path("note").asText(),
        data.path("previous").asLong(),
        proof,
        data.path("verifierKey").textValue());
  }

  /** What does not read as promised is refused, and so parked with an alarm. */
  record CheckpointReceiver(String topic, Consumer<ReceivedEvent> effect) implements Receiver {
    @Override
    public void receive(ReceivedEvent event) {
      effect.accept(event);
    }
  }
}
