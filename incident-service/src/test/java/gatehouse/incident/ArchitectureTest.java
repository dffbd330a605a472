package gatehouse.incident;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import gatehouse.rules.Contracts;
import gatehouse.rules.HouseRules;
import gatehouse.rules.Sizes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "gatehouse.incident", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

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
