package gatehouse.admission.intake;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.ApplicationEvents;
import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.application.Applications;
import gatehouse.admission.application.Declaration;
import gatehouse.admission.application.Identity;
import gatehouse.admission.person.Person;
import gatehouse.admission.product.Product;
import gatehouse.admission.product.ProductVersion;
import gatehouse.admission.product.Products;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.scenario.Scenario;
import gatehouse.admission.scenario.Scenarios;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Registers the use that a department asks for: one version, one scenario, its own department. */
@ApplicationScoped
public class RegisterApplication {
  private final Applications applications;
  private final ApplicationEvents events;
  private final Products products;
  private final Scenarios scenarios;

  RegisterApplication(
      Applications applications, ApplicationEvents events, Products products, Scenarios scenarios) {
    this.applications = applications;
    this.events = events;
    this.products = products;
    this.scenarios = scenarios;
  }

  /** What is asked for: the id to give, the code, the version and the scenario. */
  public record Wish(UUID id, String code, UUID version, String scenario) {}

  @Transactional
  public Outcome<Application> register(Wish wish, Declaration declaration, Person by) {
    ProductVersion version = products.version(wish.version()).orElse(null);
    if (version == null) {
      return Outcome.refused(Refusal.VERSION_UNKNOWN);
    }
    Scenario scenario = scenarios.find(wish.scenario()).orElse(null);
    if (scenario == null) {
      return Outcome.refused(Refusal.SCENARIO_UNKNOWN);
    }
    if (!scenario.department().equals(by.department())) {
      return Outcome.refused(Refusal.NOT_OWN_DEPARTMENT);
    }
    Product product = products.product(version.product()).orElseThrow();
    List<Refusal> faults = declaration.faults(product.vendor());
    if (!faults.isEmpty()) {
      return new Outcome.Refused<>(faults);
    }
    Identity identity =
        new Identity(
            wish.code(),
            version.id(),
            product.name(),
            version.version(),
            version.digest(),
            product.device(),
            product.vendor(),
            scenario.code(),
            scenario.department(),
            by.subject());
    return kept(Application.registered(new ApplicationId(wish.id()), identity, declaration));
  }

  /** The requester says how everybody reaches the tool, before signing the facts. */
  @Transactional
  @Clause("G-14")
  public Outcome<Application> declareAccess(String code, Declaration.Access access, Person by) {
    Application application = applications.locked(code).orElse(null);
    if (application == null) {
      return Outcome.refused(Refusal.APPLICATION_UNKNOWN);
    }
    if (!application.identity().requestedBy().equals(by.subject())) {
      return Outcome.refused(Refusal.NOT_THE_REQUESTER);
    }
    return application
        .reachableBy(access)
        .map(after -> {
          applications.save(after);
          events.accessDeclared(after);
          return after;
        });
  }

  private Outcome<Application> kept(Application application) {
    if (!applications.add(application)) {
      return Outcome.refused(Refusal.ALREADY_REGISTERED);
    }
    events.registered(application);
    return Outcome.done(application);
  }
}
