package gatehouse.faults.suite;

import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.PortPlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A wire before everything that a service speaks to. */
final class Wiring implements AutoCloseable {
  /** The gateway's own callers are the load: nothing stands between them. */
  private static final List<Listener> WIRED =
      List.of(
          Listener.POSTGRES,
          Listener.KAFKA,
          Listener.ADMISSION,
          Listener.CONSENT,
          Listener.INCIDENT,
          Listener.MODEL_IN_HOUSE,
          Listener.MODEL_PUBLIC_CLOUD);

  private final Map<Listener, Wire> wires = new EnumMap<>(Listener.class);
  private final PortPlan seen;

  Wiring(PortPlan real) {
    PortPlan plan = real;
    for (Listener listener : WIRED) {
      Wire wire = new Wire(real.of(listener));
      wires.put(listener, wire);
      plan = plan.with(listener, wire.port());
    }
    this.seen = plan;
  }

  /** The ports as the services see them. */
  PortPlan seen() {
    return seen;
  }

  Wire before(Listener listener) {
    return Objects.requireNonNull(wires.get(listener), listener + " has no wire");
  }

  void mendAll() {
    wires.values().forEach(Wire::mend);
  }

  @Override
  public void close() {
    wires.values().forEach(Wire::close);
  }
}
