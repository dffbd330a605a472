package gatehouse.local;

import gatehouse.local.blueprint.Listener;
import gatehouse.local.blueprint.Part;
import gatehouse.local.blueprint.PortPlan;
import gatehouse.local.blueprint.RunFolder;
import gatehouse.local.processes.Announcements;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal what comes up, and what to do next. */
final class Terminal implements Announcements {
  private final PrintStream out;
  private final PortPlan ports;

  Terminal(PrintStream out, PortPlan ports) {
    this.out = out;
    this.ports = ports;
  }

  @Override
  public synchronized void ready(Part part, Duration after) {
    out.printf(
        Locale.ROOT,
        "  %-20s ready   %5.1f s   127.0.0.1:%d%n",
        part.name(),
        after.toMillis() / 1000.0,
        ports.of(part.listeners().getFirst()));
  }

  @Override
  public synchronized void ended(Part part, Path log) {
    out.printf(Locale.ROOT, "  %-20s has ended; its log: %s%n", part.name(), log);
  }

  @Override
  public synchronized void note(String line) {
    out.println("  " + line);
  }

  /** The closing words, when everything is up. */
  void everythingIsUp(Duration after, RunFolder run) {
    out.printf(Locale.ROOT, "%nEverything is up after %.1f s.%n%n", after.toMillis() / 1000.0);
    address("data-gateway", Listener.GATEWAY, "/openapi");
    address("admission-service", Listener.ADMISSION, "/openapi");
    address("consent-service", Listener.CONSENT, "/openapi");
    address("incident-service", Listener.INCIDENT, "/openapi");
    address("sign-in (realm)", Listener.KEYCLOAK, "/realms/hospital");
    address("model in the house", Listener.MODEL_IN_HOUSE, "/recorded");
    address("model in a cloud", Listener.MODEL_PUBLIC_CLOUD, "/recorded");
    out.println();
    out.println(
        """
          Demo users (password = user name; development only):
            qian.physician  zhou.nurse  wu.clerk  zhao.applicant  li.secretary  wang.clinical
            zhang.engineering  chen.info  liu.legal  sun.ethics  yang.ethics  zheng.duty
            feng.affairs  jiang.security  han.auditor  hu.resident  ma.chair  xu.quality
            lin.steward  gao.counsel  patient.demo  guardian.demo  admin
          Clients (secret = <id>-development-secret): his  emr  gateway  vendor-a  vendor-b\
        """);
    out.println("  Logs: " + run.logs());
    out.println();
    out.println("Next, in another terminal:  ./suite demo        Stop: Ctrl-C or ./suite stop");
  }

  private void address(String what, Listener listener, String path) {
    out.printf(Locale.ROOT, "  %-20s %s%s%n", what, ports.url(listener), path);
  }
}
