package gatehouse.gateway;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import gatehouse.rules.Contracts;
import gatehouse.rules.HouseRules;
import gatehouse.rules.Sizes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "gatehouse.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule TRIPWIRE_SHARES_NOTHING =
      ArchRuleDefinition.classes()
          .that()
          .resideInAnyPackage("gatehouse.gateway.tripwire", "gatehouse.gateway.decoding")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "gatehouse.gateway.tripwire",
              "gatehouse.gateway.decoding",
              "gatehouse.clauses",
              "org.jspecify..")
          .because("one mistake must not open the engine and the last look behind it");

  @Test
  void nothingGrowsTooLarge() {
    Sizes.check(Path.of("src/main/java"));
  }

  @Test
  void everyEndpointIsListedWithItsRoles() {
    Contracts.endpointsAreTheCommittedOnes();
  }

  @Test
  void everyPromisedEventHasAnExample() {
    Contracts.eventsHaveExamples();
  }
}
