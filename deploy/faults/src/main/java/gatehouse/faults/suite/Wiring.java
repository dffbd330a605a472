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

  /** Before the other wire to the database, for the owner of the stops alone. */
  private final Wire ownersDatabase;

  Wiring(PortPlan real) {
    PortPlan plan = real;
    for (Listener listener : WIRED) {
      Wire wire = new Wire(real.of(listener));
      wires.put(listener, wire);
      plan = plan.with(listener, wire.port());
    }
    this.seen = plan;
    this.ownersDatabase = new Wire(plan.of(Listener.POSTGRES));
  }

  /** The ports as a service sees them. */
  PortPlan seenBy(String part) {
    return part.equals("incident-service")
        ? seen.with(Listener.POSTGRES, ownersDatabase.port())
        : seen;
  }

  Wire beforeOwnersDatabase() {
    return ownersDatabase;
  }

  Wire before(Listener listener) {
    return Objects.requireNonNull(wires.get(listener), listener + " has no wire");
  }

  void mendAll() {
    ownersDatabase.mend();
    wires.values().forEach(Wire::mend);
  }

  @Override
  public void close() {
    ownersDatabase.close();
    wires.values().forEach(Wire::close);
  }
}
