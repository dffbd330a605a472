package gatehouse.deid.cli;

import gatehouse.deid.Deidentifier;
import gatehouse.deid.keys.KeysetFile;
import gatehouse.deid.operators.Keyring;
import gatehouse.deid.policy.Policy;
import gatehouse.deid.tagging.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private static @Nullable Keyring keys(Options options) throws IOException {
    Path file = options.path("--keys");
    return file == null ? null : KeysetFile.read(file, options.value("--purpose", "default"));
  }
}
