package gatehouse.deid.batch;

import gatehouse.deid.Deidentifier;
import gatehouse.deid.keys.KeysetFile;
import gatehouse.deid.onnx.OnnxDetector;
import gatehouse.deid.operators.Keyring;
import gatehouse.deid.policy.Policy;
import gatehouse.deid.scan.Detector;
import gatehouse.deid.tagging.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an engine's parts lie. Secrets are named by their file and never by their value: a command
 * line and a cluster's configuration are read by many.
 *
 * @param policy name of a shipped policy, or a policy file
 * @param keys a Tink keyset in JSON; null for policies without keys
 * @param purpose what the output is for; other purposes give other pseudonyms
 * @param names a name model; null for the shipped one
 * @param onnx a folder with a larger model besides; null for none
 */
public record EngineFiles(
    String policy, @Nullable Path keys, String purpose, @Nullable Path names, @Nullable Path onnx) {
  /** The shipped policy of this name, without keys. */
  public static EngineFiles shipped(String policy) {
    return new EngineFiles(policy, null, "default", null, null);
  }

  Deidentifier engine(@Nullable Keyring keyring) throws IOException {
    return Deidentifier.of(readPolicy(), keyring, readNames(), larger());
  }

  @Nullable Keyring keyring() throws IOException {
    return keys == null ? null : KeysetFile.read(keys, purpose);
  }

  /** A file has a dot or a slash in its name: one that is called like a shipped policy is none. */
  private Policy readPolicy() throws IOException {
    return policy.chars().anyMatch(c -> c == '.' || c == '/' || c == '\\')
        ? Policy.parse(Files.readAllBytes(Path.of(policy)))
        : Policy.named(policy);
  }

  private List<Detector> larger() throws IOException {
    return onnx == null ? List.of() : List.of(OnnxDetector.load(onnx));
  }

  private Weights readNames() throws IOException {
    if (names == null) {
      return Weights.shipped();
    }
    try (InputStream in = Files.newInputStream(names)) {
      return Weights.read(in);
    }
  }
}
