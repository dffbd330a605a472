package gatehouse.consent.consent;

import gatehouse.consent.text.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * What proves a signature; the thing itself lies in the hospital's archive.
 *
 * @param kind what it is
 * @param digest of its bytes
 * @param durationSeconds how long a recording runs, or null for what is no recording
 */
public record Evidence(Kind kind, TextDigest digest, @Nullable Integer durationSeconds) {

  /** What can prove a signature. */
  public enum Kind {
    SCAN,
    SIGNATURE,
    AUDIO,
    VIDEO;

    /** Whether it runs in time. */
    public boolean isRecording() {
      return this == AUDIO || this == VIDEO;
    }
  }
}
