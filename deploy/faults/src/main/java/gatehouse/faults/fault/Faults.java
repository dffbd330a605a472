package gatehouse.faults.fault;

import static gatehouse.faults.fault.Fault.Kind.RECORDS;
import static gatehouse.faults.fault.Fault.Kind.RESTART;
import static gatehouse.faults.fault.Fault.Kind.TROUBLE;

import gatehouse.faults.suite.Extent;
import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.local.blueprint.Listener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** All faults that this suite can have on this machine. */
final class Faults {
  private static final List<String> ISSUER_AND_MODELS = List.of("keycloak", "models");

  private static final Duration HOUR = Duration.ofHours(1);

  private Faults() {}

  /** The faults; the dice decide what is sent. */
  static List<Fault> of(SuiteUnderFault suite, RandomGenerator dice) {
    List<Fault> faults = new ArrayList<>();
    for (String part : suite.extent().parts()) {
      if (!ISSUER_AND_MODELS.contains(part)) {
        faults.add(Fault.lasting("kill -9 " + part, RESTART, 0, 1.5, () -> suite.kill(part)));
        faults.add(Fault.lasting("pause " + part, TROUBLE, 0.5, 2.5, () -> suite.pause(part)));
      }
    }
    for (String service : suite.clocks()) {
      faults.add(shift(suite, service, dice.nextBoolean() ? 1 : -1));
    }
    for (Listener listener : wires(suite.extent())) {
      String name = listener.label();
      faults.add(Fault.lasting("cut " + name, TROUBLE, 0.5, 2.5, () -> suite.wire(listener).cut()));
      faults.add(
          Fault.lasting("swallow " + name, TROUBLE, 1, 3, () -> suite.wire(listener).hold()));
    }
    if (suite.packets().isAvailable()) {
      faults.add(drop(suite, Listener.POSTGRES));
      faults.add(drop(suite, Listener.KAFKA));
    }
    Mischief mischief = new Mischief(suite.broker(), dice);
    for (String topic : mischief.topics(suite.extent())) {
      faults.add(
          Fault.lasting("poison on " + topic, RECORDS, 0, 0.5, () -> mischief.poison(topic)));
      faults.add(
          Fault.lasting("repeat on " + topic, RECORDS, 0, 0.5, () -> mischief.repeat(topic)));
      faults.add(
          Fault.lasting("shuffle on " + topic, RECORDS, 0, 0.5, () -> mischief.shuffle(topic)));
    }
    if (suite.disk().isAvailable()) {
      faults.add(Fault.lasting("fill the disk", RESTART, 1, 2, () -> suite.disk().fill()));
    }
    return List.copyOf(faults);
  }

  private static Fault shift(SuiteUnderFault suite, String service, int sign) {
    Duration by = HOUR.multipliedBy(sign);
    String name = "clock of %s %s".formatted(service, sign > 0 ? "fast" : "slow");
    return Fault.lasting(name, TROUBLE, 0.5, 2, () -> suite.shift(service, by));
  }

  /** Past the wire: the services' packets to it do not arrive. */
  private static Fault drop(SuiteUnderFault suite, Listener listener) {
    int port = suite.wire(listener).port();
    String name = "drop packets to " + listener.label();
    return Fault.lasting(name, TROUBLE, 0.5, 2.5, () -> suite.packets().drop(port));
  }

  private static List<Listener> wires(Extent extent) {
    return switch (extent) {
      case JOURNAL -> List.of(Listener.POSTGRES, Listener.KAFKA);
      case EVERYTHING ->
          List.of(
              Listener.POSTGRES,
              Listener.KAFKA,
              Listener.ADMISSION,
              Listener.CONSENT,
              Listener.INCIDENT);
    };
  }
}
