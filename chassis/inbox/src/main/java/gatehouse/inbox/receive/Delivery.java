package gatehouse.inbox.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.inbox.InboxSettings;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import gatehouse.inbox.receive.Arrival.Legible;
import gatehouse.web.RequestId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Gives records to their receivers, or parks them. */
@ApplicationScoped
class Delivery {

  private static final Logger LOG = Logger.getLogger(Delivery.class);

  private static final int LONGEST_KEY = 300;

  /** Trouble that will pass: the record must be tried again and may not be passed over. */
  static final class NotNowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotNowException(RuntimeException cause) {
      super("the event cannot be taken at present", cause);
    }
  }

  /** The key was replayed while the event was about to wait behind it. */
  static final class KeyFreedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Inbox inbox;
  private final InboxSettings settings;
  private final MeterRegistry meters;

  Delivery(Inbox inbox, InboxSettings settings, MeterRegistry meters) {
    this.inbox = inbox;
    this.settings = settings;
    this.meters = meters;
  }

  /**
   * Takes a run of records of one topic in one transaction, in their order; returns when that is
   * committed.
   *
   * @return false if nothing was taken, because something among them must be looked at alone
   * @throws NotNowException if nothing can be taken at present
   */
  @ActivateRequestContext
  boolean deliverTogether(List<ConsumerRecord<byte[], byte[]>> run, List<Receiver> receivers) {
    List<Legible> arrivals = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : run) {
      if (!(Arrival.of(record) instanceof Legible legible)) {
        return false;
      }
      arrivals.add(legible);
    }
    try {
      QuarkusTransaction.requiringNew().run(() -> take(run, arrivals, receivers));
      return true;
    } catch (RuntimeException e) {
      if (isPassing(e)) {
        throw new NotNowException(e);
      }
      LOG.debugf("a run of %d is taken one by one: %s", run.size(), Trouble.name(e));
      return false;
    }
  }

  /**
   * Returns when the record's effect, or its parking, is committed.
   *
   * @throws NotNowException if neither could be
   */
  @ActivateRequestContext
  void deliver(ConsumerRecord<byte[], byte[]> record, List<Receiver> receivers) {
    RequestId.set("none");
    switch (Arrival.of(record)) {
      case Arrival.Illegible(String reason) -> park(record, receivers, reason);
      case Legible legible -> tryToTake(record, legible, receivers);
    }
  }

  private void tryToTake(
      ConsumerRecord<byte[], byte[]> record, Legible arrival, List<Receiver> receivers) {
    for (int attempt = 1; ; attempt++) {
      try {
        QuarkusTransaction.requiringNew()
            .run(() -> take(List.of(record), List.of(arrival), receivers));
        return;
      } catch (RuntimeException e) {
        if (isPassing(e)) {
          throw new NotNowException(e);
        }
        if (attempt >= settings.attempts()) {
          park(record, receivers, Trouble.name(e));
          return;
        }
        LockSupport.parkNanos(settings.retry().toNanos());
      }
    }
  }

  private static boolean isPassing(RuntimeException trouble) {
    return trouble instanceof KeyFreedException || Trouble.passes(trouble);
  }

  /** In one transaction; the arrivals are what the records say. */
  private void take(
      List<ConsumerRecord<byte[], byte[]>> records,
      List<Legible> arrivals,
      List<Receiver> receivers) {
    String topic = records.getFirst().topic();
    Inbox.Newcomers newcomers = inbox.enter(topic, arrivals.stream().map(Legible::event).toList());
    for (int i = 0; i < records.size(); i++) {
      ReceivedEvent event = arrivals.get(i).event();
      if (newcomers.isNew(event.id())) {
        RequestId.set(arrivals.get(i).requestIdOr("none"));
        receivers.forEach(receiver -> receiver.receive(event));
      } else if (!inbox.knows(topic, event.id())
          && !inbox.parkBehind(records.get(i), event.subject())) {
        // Its key was set free at this very moment: on the next attempt it is taken.
        throw new KeyFreedException();
      }
    }
  }

  private void park(
      ConsumerRecord<byte[], byte[]> record, List<Receiver> receivers, String reason) {
    String key = key(record);
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> {
            inbox.park(record, key, reason);
            receivers.forEach(receiver -> receiver.parked(key));
          });
    } catch (RuntimeException e) {
      // Whatever keeps it from being parked: passing over it would lose it.
      throw new NotNowException(e);
    }
    meters.counter("journal.receive.poison", "topic", record.topic()).increment();
    LOG.errorf(
        "event parked with its key: topic %s, partition %d, offset %d: %s",
        record.topic(), record.partition(), record.offset(), reason);
  }

  /** A record without a key is alone with its trouble. */
  private static String key(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return "no key: " + record.partition() + '/' + record.offset();
    }
    // Whatever the key is, it must fit the column and its index: what cannot be parked blocks all.
    String key = new String(record.key(), UTF_8).replace('\0', ' ');
    return key.substring(0, Math.min(key.length(), LONGEST_KEY));
  }
}
