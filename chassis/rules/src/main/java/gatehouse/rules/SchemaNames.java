package gatehouse.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Whether each schema of an OpenAPI document has a name of its own. Of two types with the same
 * simple name the generator numbers the second, and which one that is changes with the next type:
 * generated clients then mean something else by {@code Kind1}.
 */
final class SchemaNames {
  private static final Pattern NUMBERED = Pattern.compile(".*\\D\\d+");

  private SchemaNames() {}

  /**
   * Names that end in a number.
   *
   * @param yaml an OpenAPI document
   */
  static List<String> numberedIn(String yaml) {
    JsonNode schemas = new YAMLMapper().readTree(yaml).path("components").path("schemas");
    return schemas.properties().stream()
        .map(Map.Entry::getKey)
        .filter(NUMBERED.asMatchPredicate())
        .toList();
  }
}
