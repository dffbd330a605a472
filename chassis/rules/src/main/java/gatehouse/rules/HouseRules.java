package gatehouse.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static gatehouse.rules.Places.CORE;
import static gatehouse.rules.Places.EDGES;
import static gatehouse.rules.Places.domainTypes;
import static gatehouse.rules.Places.edgeTypes;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * How a service is built, as rules that fail its build. Each service has one test class:
 *
 * {@snippet :
 * @AnalyzeClasses(packages = "gatehouse.consent", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTest {
 *   @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);
 * }
 * }
 */
public final class HouseRules {

  @ArchTest
  static final ArchRule coreKnowsNoEdge =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EDGES)
          .because("the business must read and run without HTTP, SQL and Kafka");

  @ArchTest
  static final ArchRule edgesAreStrangers =
      classes()
          .that(edgeTypes())
          .should(new OnlyOwnEdge())
          .because("an edge that knows another edge makes two technologies one");

  @ArchTest
  static final ArchRule domainIsPlainJava =
      classes()
          .that(domainTypes())
          .should()
          .onlyDependOnClassesThat(Places.plainOrDomain())
          .because("aggregates, states and events outlive every framework");

  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      slices()
          .matching("gatehouse.*.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that needs the one that needs it is the same feature");

  @ArchTest
  static final ArchRule entitiesStayInStores =
      noClasses()
          .that()
          .resideOutsideOfPackage("..store..")
          .should()
          .beAnnotatedWith(Entity.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.persistence..")
          .because("rows are how a store keeps things, not what things are");

  @ArchTest
  static final ArchRule resourcesStayInRest =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .resideInAPackage("..rest..")
          .because("one look into rest shows all that a service offers");

  @ArchTest
  static final ArchRule kafkaStaysInTheChassis =
      noClasses()
          .that()
          .resideOutsideOfPackages("gatehouse.journal..", "gatehouse.inbox..", "gatehouse.proof..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("sending and receiving without losing anything is solved once");

  @ArchTest
  static final ArchRule everyEndpointSaysWhoMayCallIt =
      methods()
          .that(Endpoints.isEndpoint())
          .should(Endpoints.declareWhoMayCall())
          .because("an endpoint nobody thought about must not open by itself");

  @ArchTest
  static final ArchRule everyEndpointSaysWhatItMakes =
      methods()
          .that(Endpoints.isEndpoint())
          .should(Endpoints.sayWhatTheyMake())
          .because("Accept chooses nothing, and the contract has a schema only for a known form");

  @ArchTest
  static final ArchRule timeAndIdsAreInjected =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .because("what a test cannot set, a test cannot show");

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      noFields()
          .should()
          .beAnnotatedWith(Inject.class)
          .because("a constructor shows what a class needs, and when it needs too much");

  @ArchTest
  static final ArchRule nothingIsADrawer =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameContaining("Common")
          .orShould()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..helper..", "..impl..", "..misc..")
          .because("a drawer is where the design was not finished");

  private HouseRules() {}
}
