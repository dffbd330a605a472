package gatehouse.incident.recovery;

import java.util.Objects;
import java.util.Set;

/** A part of a recovery evaluation that a person puts on file. Recording it anew replaces it. */
public sealed interface RecoveryItem {
  /** Whether the evaluation can go on with it. */
  boolean passed();

  /** What engineering found. */
  record RootCause(Finding finding, String text) implements RecoveryItem {
    public RootCause {
      Objects.requireNonNull(finding, "finding");
      requireText(text);
    }

    @Override
    public boolean passed() {
      return true;
    }
  }

  /** Whether there was a fault; a mistaken stop takes the same path. */
  enum Finding {
    FAULT_FOUND,
    NO_FAULT_FOUND
  }

  /**
   * What was changed, and which versions are to start again.
   *
   * @param digests of every version that is to run after the lift
   */
  record Fix(String text, Set<String> digests) implements RecoveryItem {
    public Fix {
      requireText(text);
      digests = requireDigests(digests);
    }

    @Override
    public boolean passed() {
      return true;
    }
  }

  /**
   * The full test suite, run again after the fix against the baseline frozen at admission.
   *
   * @param digests of the versions that were tested
   * @param baseline reference of the baseline
   * @param report digest of the report on file
   */
  record SuiteRerun(Set<String> digests, String baseline, int cases, int failures, String report)
      implements RecoveryItem {
    public SuiteRerun {
      digests = requireDigests(digests);
      requireText(baseline);
      requireText(report);
      if (cases < 1 || failures < 0 || failures > cases) {
        throw new IllegalArgumentException("a rerun has cases, and no more failures than cases");
      }
    }

    @Override
    public boolean passed() {
      return failures == 0;
    }
  }

  /**
   * Clinicians look at a sample of outputs.
   *
   * @param samples how many outputs
   * @param disagreements with how many they disagree
   * @param acceptable whether that is good enough for care, as they judge; where they disagree with
   *     every output it is not, whatever they judge
   * @param report digest of the report on file
   */
  record ClinicalCheck(int samples, int disagreements, boolean acceptable, String report)
      implements RecoveryItem {
    public ClinicalCheck {
      requireText(report);
      if (samples < 1 || disagreements < 0 || disagreements > samples) {
        throw new IllegalArgumentException("a check has samples, and no more disagreements");
      }
    }

    @Override
    public boolean passed() {
      return acceptable && disagreements < samples;
    }
  }

  private static void requireText(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("an item without content proves nothing");
    }
  }

  private static Set<String> requireDigests(Set<String> digests) {
    if (digests.isEmpty() || digests.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an item names the versions that it is about");
    }
    return Set.copyOf(digests);
  }
}
