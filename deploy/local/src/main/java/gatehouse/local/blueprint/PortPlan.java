package gatehouse.local.blueprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

/** Which port each listener has in this run. Kept in a file, so that every later command agrees. */
public final class PortPlan {
  private final Map<Listener, Integer> ports;

  private PortPlan(Map<Listener, Integer> ports) {
    this.ports = Map.copyOf(ports);
  }

  /** The usual ports, 8480 to 8496. */
  public static PortPlan usual() {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      ports.put(listener, listener.usualPort());
    }
    return new PortPlan(ports);
  }

  /** Every listener on a port that the source gives, for runs beside another one. */
  public static PortPlan from(IntSupplier source) {
    PortPlan plan = usual();
    for (Listener listener : Listener.values()) {
      plan = plan.with(listener, source.getAsInt());
    }
    return plan;
  }

  /** This plan with one listener elsewhere. */
  public PortPlan with(Listener listener, int port) {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
    Map<Listener, Integer> changed = new EnumMap<>(ports);
    changed.put(listener, port);
    return new PortPlan(changed);
  }

  /** The listener's port. */
  public int of(Listener listener) {
    return Objects.requireNonNull(ports.get(listener));
  }

  /** {@code http://127.0.0.1:<port>} of the listener. */
  public String url(Listener listener) {
    return "http://127.0.0.1:" + of(listener);
  }

  /** Writes the plan, a {@code label=port} a line. */
  public void save(Path file) {
    List<String> lines =
        List.of(Listener.values()).stream()
            .map(listener -> listener.label() + "=" + of(listener))
            .toList();
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The plan that was saved there; the usual one when none was. */
  public static PortPlan savedIn(Path file) {
    if (!Files.exists(file)) {
      return usual();
    }
    try {
      PortPlan plan = usual();
      for (String line : Files.readAllLines(file)) {
        int sign = line.indexOf('=');
        plan =
            plan.with(
                Listener.labelled(line.substring(0, sign)),
                Integer.parseInt(line.substring(sign + 1)));
      }
      return plan;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
