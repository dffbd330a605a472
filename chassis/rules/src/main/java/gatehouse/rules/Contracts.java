package gatehouse.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service promises, held against what it does. Paths are relative to the module, where Maven
 * runs its tests.
 */
public final class Contracts {
  private static final Path FOLDER = Path.of("contracts");
  private static final Path EVENTS = FOLDER.resolve("events");
  private static final String SCHEMA = ".v1.schema.json";
  private static final String EXAMPLE = ".v1.example.json";

  /** Past participles that do not end in -ed. */
  private static final Set<String> IRREGULAR =
      Set.of("withdrawn", "cast", "shown", "given", "begun", "run", "sent", "lost", "void");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contracts() {}

  /**
   * {@code contracts/openapi.yaml} is the document that the running service serves, says of each
   * successful answer what it looks like, and gives each schema a name of its own.
   */
  public static void openApiIs(String served) {
    assertEquals(
        List.of(),
        AnswerSchemas.missingIn(served),
        "answers of which the contract says nothing; name their type with @APIResponseSchema");
    assertEquals(
        List.of(),
        SchemaNames.numberedIn(served),
        "schemas that the generator numbered; give their types telling names");
    Golden.check(FOLDER.resolve("openapi.yaml"), served);
  }

  /**
   * {@code contracts/endpoints.txt} lists every endpoint and who may call it: the service's own and
   * those that the libraries of the chassis bring along.
   */
  public static void endpointsAreTheCommittedOnes() {
    List<String> table =
        Endpoints.table(
            new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("gatehouse"));
    assertFalse(table.isEmpty(), "a service without endpoints? The classes were not imported.");
    Golden.check(
        FOLDER.resolve("endpoints.txt"),
        String.join("\n", table) + "\n" + table.size() + " endpoints\n");
  }

  /** Every event schema has a past-tense name and an example that it accepts. */
  public static void eventsHaveExamples() {
    List<String> names = eventNames();
    assertFalse(names.isEmpty(), "no event schema in " + EVENTS.toAbsolutePath());
    for (String name : names) {
      String participle = name.substring(name.lastIndexOf('-') + 1);
      assertTrue(
          participle.endsWith("ed") || IRREGULAR.contains(participle),
          "an event tells what happened: " + name + " is not past tense");
      assertEventIs(name, read(EVENTS.resolve(name + EXAMPLE)));
    }
  }

  /**
   * The Kafka value is what the schema promises.
   *
   * @param name kebab-case name of the event, such as {@code consent-withdrawn}
   * @param value the JSON as published
   */
  public static void assertEventIs(String name, String value) {
    Schema schema = REGISTRY.getSchema(read(EVENTS.resolve(name + SCHEMA)), InputFormat.JSON);
    List<Error> errors = schema.validate(value, InputFormat.JSON);
    assertEquals(List.of(), errors, name + " does not fit its schema");
  }

  /** Names of all promised events. */
  public static List<String> eventNames() {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SCHEMA))
          .map(file -> file.substring(0, file.length() - SCHEMA.length()))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
