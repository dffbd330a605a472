package gatehouse.gateway.standing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What admission decided about an application: the unit that is tiered, admitted and stopped.
 *
 * @param department the department that uses it
 * @param manualRoute of its fail-over plan, if it has one
 * @param deployments where it may run, each as it was examined; nowhere else
 * @param revision admission's version of these facts
 */
public record ApplicationFacts(
    String id,
    String code,
    Tier tier,
    @Nullable String digest,
    @Nullable String product,
    @Nullable String vendor,
    @Nullable String department,
    PatientData patientData,
    Egress egress,
    Supervision supervision,
    List<AdmittedDeployment> deployments,
    @Nullable ManualRoute manualRoute,
    long revision) {
  public ApplicationFacts {
    deployments = List.copyOf(deployments);
  }

  /**
   * A place where the application was admitted to run.
   *
   * @param name as the upstreams file calls it
   * @param zone its trust zone, as admission saw it
   * @param country ISO 3166-1 alpha-2
   */
  public record AdmittedDeployment(String name, String zone, String country) {}

  /** Risk tier (G-08). */
  public enum Tier {
    LOW,
    MEDIUM,
    HIGH
  }

  /** Whether calls are about a patient. */
  public enum PatientData {
    /** Admitted for calls without a patient: any identifier blocks, in every zone. */
    NONE,
    /** Each call names its patient. */
    REQUIRED
  }

  /** Whether somebody has to watch while the application acts (G-31). */
  public enum Supervision {
    NONE,
    /** It runs only while a physician watches this encounter. */
    REQUIRED
  }

  /** What may leave for a public destination. */
  public enum Egress {
    /** Nothing: the default of every admission decision. */
    NONE,
    /** De-identified text (G-44). */
    DEIDENTIFIED
  }

  /** The constant of this name; a word that is not in the contract is no answer. */
  public static <E extends Enum<E>> E known(Class<E> type, @Nullable String word) {
    if (word == null) {
      throw new IllegalArgumentException(type.getSimpleName() + " is missing");
    }
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
