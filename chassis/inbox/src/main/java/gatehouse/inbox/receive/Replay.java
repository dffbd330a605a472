package gatehouse.inbox.receive;

import gatehouse.inbox.Receiver;
import gatehouse.inbox.receive.Parked.Place;
import gatehouse.inbox.receive.Parked.Waiting;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes up parked events again, once whatever made them poison has been mended: all of one key, in
 * their order, until one is refused again. Each is taken in a transaction of its own with its inbox
 * row and the end of its parking; the key is free when none is left. Or gives one up for good.
 */
@ApplicationScoped
public class Replay {
  private final Parked parked;
  private final Inbox inbox;
  private final Seal seal;
  private final Journal journal;
  private final List<Receiver> receivers;

  Replay(Parked parked, Inbox inbox, Seal seal, Journal journal, @All List<Receiver> receivers) {
    this.parked = parked;
    this.inbox = inbox;
    this.seal = seal;
    this.journal = journal;
    this.receivers = receivers;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** Nothing of the key is parked any more. */
    record Freed(int taken) implements Outcome {}

    /** One was refused again and keeps its key. */
    record RefusedAgain(int taken, String reason) implements Outcome {}

    /** No event of that place is parked. */
    record NotParked() implements Outcome {}
  }

  /** Replays the key of the event that was parked from that place. */
  public Outcome replay(Place place, Actor actor) {
    Optional<String> key = parked.keyAt(place);
    if (key.isEmpty()) {
      return new Outcome.NotParked();
    }
    int taken = 0;
    while (true) {
      Optional<Place> next = parked.firstOf(place.topic(), key.get());
      if (next.isEmpty()) {
        return new Outcome.Freed(taken);
      }
      try {
        QuarkusTransaction.requiringNew().run(() -> take(next.get(), actor));
        taken++;
      } catch (RuntimeException e) {
        String reason = Trouble.name(e);
        QuarkusTransaction.requiringNew().run(() -> parked.refusedAgain(next.get(), reason));
        return new Outcome.RefusedAgain(taken, reason);
      }
    }
  }

  /** Gives one event up; what waits behind it may then be replayed. */
  public Outcome discard(Place place, Actor actor) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          if (parked.lock(place).isEmpty()) {
            return new Outcome.NotParked();
          }
          parked.remove(place);
          tell("gatehouse.journal.event.discarded.v1", place, actor);
          return new Outcome.Freed(0);
        });
  }

  private void take(Place place, Actor actor) {
    Waiting waiting = parked.lock(place).orElse(null);
    if (waiting == null) {
      // Somebody else was faster.
      return;
    }
    ConsumerRecord<byte[], byte[]> record =
        ParkedRecord.of(
            place.topic(),
            place.partition(),
            place.offset(),
            seal.open(
                ParkedRecord.place(place.topic(), place.partition(), place.offset()),
                waiting.sealed()));
    switch (Arrival.of(record)) {
      case Arrival.Illegible(String reason) -> throw new StillIllegibleException(reason);
      case Arrival.Legible legible -> {
        parked.remove(place);
        if (inbox.enterReplayed(place.topic(), legible.event().id())) {
          receivers.stream()
              .filter(receiver -> receiver.topic().equals(place.topic()))
              .forEach(receiver -> receiver.receive(legible.event()));
        }
        tell("gatehouse.journal.event.replayed.v1", place, actor);
      }
    }
  }

  /** Who lifts a safeguard is on record, as everybody is. */
  private void tell(String type, Place place, Actor actor) {
    journal.append(
        Entry.of(type, place.topic())
            .by(actor)
            .data(
                Map.of(
                    "topic", place.topic(),
                    "partition", place.partition(),
                    "offset", place.offset()))
            .build());
  }

  private static final class StillIllegibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StillIllegibleException(String reason) {
      super(reason);
    }
  }
}
