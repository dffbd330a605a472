package gatehouse.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerSchemasTest {
  @Test
  void namesWhatHasNoSchema() {
    String yaml =
        """
        paths:
          /v1/loans:
            get:
              responses:
                "200": {description: OK, content: {application/json: {schema: {}}}}
                "404": {description: Not Found}
            post:
              responses:
                "201": {description: Created}
            delete:
              responses:
                "204": {description: No Content}
        """;

    List<String> missing = AnswerSchemas.missingIn(yaml);

    assertEquals(
        List.of(
            "GET /v1/loans 200 is JSON of no known schema", "POST /v1/loans 201 has no content"),
        missing);
  }

  @Test
  void isContentWithASchemaOrAnotherForm() {
    String yaml =
        """
        paths:
          /v1/loans:
            parameters: []
            get:
              responses:
                "200": {content: {application/json: {schema: {type: object}}}}
          /v1/loans/export:
            get:
              responses:
                "200": {content: {application/x-ndjson: {}}}
        """;

    assertEquals(List.of(), AnswerSchemas.missingIn(yaml));
  }
}
