package gatehouse.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Whether an OpenAPI document says what a caller gets. The generator leaves the schema of an answer
 * empty without a word when a method returns a bare {@code Response}.
 */
final class AnswerSchemas {
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
  private static final String NOTHING_TO_SAY = "204";

  private AnswerSchemas() {}

  /**
   * The successful answers of which the document says nothing, one line each.
   *
   * @param yaml an OpenAPI document
   */
  static List<String> missingIn(String yaml) {
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path :
        new YAMLMapper().readTree(yaml).path("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        if (VERBS.contains(verb.getKey())) {
          String operation = verb.getKey().toUpperCase(Locale.ROOT) + ' ' + path.getKey();
          collect(operation, verb.getValue().path("responses"), missing);
        }
      }
    }
    return missing;
  }

  private static void collect(String operation, JsonNode responses, List<String> missing) {
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      String status = response.getKey();
      JsonNode content = response.getValue().path("content");
      if (!status.startsWith("2") || status.equals(NOTHING_TO_SAY)) {
        continue;
      }
      if (content.isEmpty()) {
        missing.add(operation + ' ' + status + " has no content");
      }
      JsonNode json = content.path("application/json");
      if (!json.isMissingNode() && json.path("schema").isEmpty()) {
        missing.add(operation + ' ' + status + " is JSON of no known schema");
      }
    }
  }
}
