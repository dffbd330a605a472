package gatehouse.deid.cli;

import gatehouse.deid.Deidentifier;
import gatehouse.deid.operators.Keyring;
import gatehouse.deid.policy.Policy;
import gatehouse.deid.tagging.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the engine that the options ask for. */
final class Setup {
  private Setup() {}

  /**
   * The engine.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if policy, keys or model do not fit
   */
  static Deidentifier engine(Options options) throws IOException {
    Path model = options.path("--names");
    return Deidentifier.of(
        policy(options), keys(options), model == null ? Weights.shipped() : read(model), List.of());
  }

  /** A shipped policy by its name, or a file. */
  private static Policy policy(Options options) throws IOException {
    String policy = options.value("--policy", "public");
    Path file = Path.of(policy);
    return Files.isRegularFile(file)
        ? Policy.parse(Files.readAllBytes(file))
        : Policy.named(policy);
  }

  private static Weights read(Path model) throws IOException {
    try (InputStream in = Files.newInputStream(model)) {
      return Weights.read(in);
    }
  }

  /** Lines {@code id = base64 of at least 32 bytes}, the key for new values first. */
  private static @Nullable Keyring keys(Options options) throws IOException {
    Path file = options.path("--keys");
    if (file == null) {
      return null;
    }
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      int equals = line.indexOf('=');
      if (!line.isBlank() && !line.startsWith("#") && equals > 0) {
        String id = line.substring(0, equals).strip();
        keys.put(id, Base64.getDecoder().decode(line.substring(equals + 1).strip()));
      }
    }
    return Keyring.of(keys, options.value("--purpose", "default"));
  }
}
