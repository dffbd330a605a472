package gatehouse.local.processes;

import gatehouse.embedded.Ports;
import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.Part;
import gatehouse.local.blueprint.PortPlan;
import java.util.List;

/** Looks before the first process starts whether every port is to be had. */
final class PortCheck {
  private PortCheck() {}

  static void refuseTaken(List<Part> parts, PortPlan ports) {
    for (Part part : parts) {
      for (Listener listener : part.listeners()) {
        if (!Ports.isFree(ports.of(listener))) {
          throw new CannotStart(CannotStart.Reason.PORT_TAKEN, sentence(part, listener, ports));
        }
      }
    }
  }

  private static String sentence(Part part, Listener listener, PortPlan ports) {
    return ("Port %d, which %s needs, is taken by another program: free it, or choose another with"
            + " --port %s=NUMBER, or any free ones with --free-ports.")
        .formatted(ports.of(listener), part.name(), listener.label());
  }
}
