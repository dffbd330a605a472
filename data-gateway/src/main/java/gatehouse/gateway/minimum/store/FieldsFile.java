package gatehouse.gateway.minimum.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gatehouse.gateway.minimum.FieldPolicy;
import gatehouse.gateway.minimum.FieldPolicy.Need;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an allow-list (YAML) and tells everything that is wrong with it. */
final class FieldsFile {
  private static final String SHIPPED = "minimal-fields.yaml";
  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private FieldsFile() {}

  /** As it is written. */
  record Wire(
      @Nullable String version,
      @Nullable List<String> structure,
      @Nullable LinkedHashMap<String, List<String>> groups,
      @Nullable LinkedHashMap<String, WireNeed> purposes) {}

  /** What a purpose needs, as it is written. */
  record WireNeed(@Nullable Set<String> categories, @Nullable Set<String> groups) {}

  /** The one that comes along. */
  static FieldPolicy shipped() {
    try (InputStream in =
        Objects.requireNonNull(FieldsFile.class.getClassLoader().getResourceAsStream(SHIPPED))) {
      return read(SHIPPED, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads and checks.
   *
   * @throws InvalidFieldsException if anything is wrong
   */
  static FieldPolicy read(Path file) {
    try {
      return read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InvalidFieldsException(
          file.toString(),
          List.of(
              "it cannot be read ("
                  + e.getClass().getSimpleName()
                  + "); set GATEHOUSE_MINIMAL_FIELDS or leave it out"));
    }
  }

  private static FieldPolicy read(String name, byte[] bytes) {
    Wire wire = parse(name, bytes);
    List<String> faults = new ArrayList<>();
    String version = wire.version();
    if (version == null || !version.matches("[A-Za-z0-9.-]{1,32}")) {
      faults.add("'version' is letters, digits, '.' and '-'");
    }
    Map<String, List<String>> groups =
        Objects.requireNonNullElseGet(wire.groups(), LinkedHashMap::new);
    groups.forEach((group, fields) -> {
      if (!group.matches("[A-Z][A-Z0-9_]{0,39}")) {
        faults.add("group '" + group + "': capital letters, digits and '_' are expected");
      }
      if (fields == null || fields.isEmpty() || fields.stream().anyMatch(String::isBlank)) {
        faults.add("group '" + group + "' lists no fields, or an empty one");
      }
    });
    Map<String, Need> needs = new LinkedHashMap<>();
    Objects.requireNonNullElseGet(wire.purposes(), LinkedHashMap<String, WireNeed>::new)
        .forEach((purpose, need) -> needs.put(purpose, need(purpose, need, groups, faults)));
    if (needs.isEmpty()) {
      faults.add("it names no purpose under 'purposes'");
    }
    if (version == null || !faults.isEmpty()) {
      throw new InvalidFieldsException(name, faults);
    }
    List<String> structure = Objects.requireNonNullElse(wire.structure(), List.of());
    return new FieldPolicy(version + ' ' + digest(bytes), structure, groups, needs);
  }

  private static Need need(
      String purpose, @Nullable WireNeed wire, Map<String, ?> groups, List<String> faults) {
    Set<String> wanted =
        wire == null || wire.groups() == null ? Set.of() : new LinkedHashSet<>(wire.groups());
    wanted.stream()
        .filter(group -> !groups.containsKey(group))
        .forEach(group ->
            faults.add(
                "purpose '" + purpose + "' needs group '" + group + "', which is not there"));
    return new Need(
        wire == null || wire.categories() == null ? Set.of() : wire.categories(), wanted);
  }

  private static Wire parse(String name, byte[] bytes) {
    try {
      Wire wire = YAML.readValue(new String(bytes, UTF_8), Wire.class);
      if (wire == null) {
        throw new InvalidFieldsException(name, List.of("it is empty"));
      }
      return wire;
    } catch (JacksonException e) {
      throw new InvalidFieldsException(
          name, List.of("it is not well-formed: " + e.getOriginalMessage()));
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
