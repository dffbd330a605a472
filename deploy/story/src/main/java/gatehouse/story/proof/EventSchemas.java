package gatehouse.story.proof;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gatehouse.embedded.Checkout;
import gatehouse.story.stage.StoryBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The producers' promises: the schema files of this checkout, by event type. */
final class EventSchemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, String> FOLDERS =
      Map.of(
          "admission", "admission-service",
          "consent", "consent-service",
          "gateway", "data-gateway",
          "incident", "incident-service",
          "journal", "chassis/proof");

  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /**
   * Holds a value against the schema of its type.
   *
   * @throws StoryBroken when there is no schema or the value does not fit
   */
  void check(String type, String value) {
    List<Error> errors =
        schemas.computeIfAbsent(type, EventSchemas::load).validate(value, InputFormat.JSON);
    if (!errors.isEmpty()) {
      throw new StoryBroken("an event of type " + type + " breaks its schema: " + errors);
    }
  }

  /** {@code gatehouse.<service>.<name>.v1}: the file is the name with hyphens. */
  private static Schema load(String type) {
    String[] parts = type.split("\\.", 3);
    String folder = parts.length == 3 ? FOLDERS.get(parts[1]) : null;
    if (folder == null) {
      throw new StoryBroken("an event of a type that nobody owns: " + type);
    }
    String name = parts[2].replaceAll("\\.v1$", "").replace('.', '-');
    Path file =
        Checkout.root().resolve(folder).resolve("contracts/events/" + name + ".v1.schema.json");
    try {
      return REGISTRY.getSchema(Files.readString(file), InputFormat.JSON);
    } catch (IOException e) {
      throw new StoryBroken("no schema for " + type + " at " + file);
    }
  }
}
