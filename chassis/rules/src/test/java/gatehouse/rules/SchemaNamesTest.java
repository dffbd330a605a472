package gatehouse.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaNamesTest {
  @Test
  void findsWhatTheGeneratorNumbered() {
    String yaml =
        """
        components:
          schemas:
            Kind: {type: string}
            Kind1: {type: string}
            Loan: {type: object}
            Page12: {type: object}
        """;

    assertEquals(List.of("Kind1", "Page12"), SchemaNames.numberedIn(yaml));
  }

  @Test
  void documentWithoutSchemasHasNone() {
    assertEquals(List.of(), SchemaNames.numberedIn("paths: {}"));
  }
}
