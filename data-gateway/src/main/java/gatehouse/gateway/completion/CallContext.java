package gatehouse.gateway.completion;

import gatehouse.gateway.context.Circumstances;
import gatehouse.gateway.context.Circumstances.Patient;
import gatehouse.gateway.egress.KnownOfPatient;
import org.jspecify.annotations.Nullable;

/**
 * What a call says about itself: the member {@code gatehouse} of the body, or the header {@code
 * X-Gatehouse-Context}. None of it goes on to a model.
 *
 * @param said here, or when the permit was asked for that the call names
 * @param deployment one of the application's configured deployments; null means its first
 * @param known with the number under which the patient was named
 */
public record CallContext(Circumstances said, @Nullable String deployment, KnownOfPatient known) {

  /** What was said, with what else the caller knows of the patient. */
  static CallContext of(Circumstances said, @Nullable String deployment, KnownOfPatient known) {
    Patient patient = said.patient();
    return new CallContext(
        said, deployment, patient == null ? known : known.withRecordNumber(patient.id()));
  }
}
