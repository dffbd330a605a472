package gatehouse.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail is no rule: each one is broken by the bad sample, kept by the good. */
class HouseRulesTest {
  private static final JavaClasses GOOD = new ClassFileImporter().importPackages("gatehouse.good");
  private static final JavaClasses BAD = new ClassFileImporter().importPackages("gatehouse.bad");

  static Stream<Field> rules() {
    return Stream.of(HouseRules.class.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(ArchTest.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void badSampleBreaksIt(Field rule) throws IllegalAccessException {
    assertTrue(ruleIn(rule).allowEmptyShould(true).evaluate(BAD).hasViolation(), rule.getName());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void goodSampleKeepsIt(Field rule) throws IllegalAccessException {
    ruleIn(rule).check(GOOD);
  }

  @Test
  void endpointTableShowsWhoMayCall() {
    assertEquals(List.of("GET /v1/loans CLERK,READER"), Endpoints.table(GOOD));
    assertEquals(List.of("GET /v1/outside (nobody said)"), Endpoints.table(BAD));
  }

  private static ArchRule ruleIn(Field rule) throws IllegalAccessException {
    return (ArchRule) rule.get(null);
  }
}
