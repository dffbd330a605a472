package gatehouse.gateway.upstream;

import java.nio.file.Path;

/** Where the key of an upstream is found; the key itself stands in no configuration. */
public sealed interface Credential {

  /** The upstream wants none. */
  record None() implements Credential {}

  /** An environment variable. */
  record FromEnvironment(String variable) implements Credential {}

  /** A file whose first line is the key; read at each call, so that a new key needs no restart. */
  record FromFile(Path file) implements Credential {}
}
