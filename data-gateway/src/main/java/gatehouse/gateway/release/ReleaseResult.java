package gatehouse.gateway.release;

import gatehouse.gateway.output.Output;
import gatehouse.gateway.secret.Secret;

/** How a request about a release ended. */
public sealed interface ReleaseResult {
  /** The token; its secret is told here and never again. */
  record Issued(ReleaseToken token, Secret secret) implements ReleaseResult {}

  /** The output may be written now. */
  record Released(Output output) implements ReleaseResult {}

  record UnknownOutput() implements ReleaseResult {}

  /** The output's texts were destroyed. */
  record Erased() implements ReleaseResult {}

  /** No licensed physician took it (G-33). */
  record NotConfirmed() implements ReleaseResult {}

  /** It shall go to a patient or into a conclusion, and no physician stated one (G-30). */
  record RawOutputToPatient() implements ReleaseResult {}

  /** Its version was stopped after the physician's decision; it must be read again. */
  record Recalled() implements ReleaseResult {}

  /** Physician or encounter are not those of the output. */
  record NotBound(Binding what) implements ReleaseResult {}

  /** No such token, or spent, replaced or run out. */
  record TokenNotUsable() implements ReleaseResult {}

  /** To what a token is bound. */
  enum Binding {
    OUTPUT,
    CONTENT,
    PHYSICIAN,
    ENCOUNTER
  }
}
