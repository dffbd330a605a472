package gatehouse.gateway.permit.rest;

import gatehouse.gateway.context.Circumstances;
import gatehouse.web.PersonNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * May this call run?
 *
 * @param application the application's code
 * @param productDigest {@code sha256:…} of the version that would run
 * @param patient null only for applications admitted without patient data
 * @param purpose such as {@code CARE}
 * @param dataCategories kinds of data, such as {@code LAB}
 * @param fields fields of records that will be handed over, such as {@code 诊断}; left out, all that
 *     the purpose needs
 * @param user subject or staff id of the person at the screen
 * @param place department code
 */
record PermitRequest(
    @NotBlank @Size(max = 64) String application,
    @Nullable @Pattern(regexp = "sha256:[0-9a-f]{64}") String productDigest,
    @Nullable @Valid PersonNumber patient,
    @Nullable @Size(min = 1, max = 64) String encounter,
    @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,39}") String purpose,
    @NotNull @Size(max = 32)
        List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String> dataCategories,
    @Nullable @Size(max = 100) List<@NotNull @Size(min = 1, max = 64) String> fields,
    @Nullable @Size(min = 1, max = 64) String user,
    @Nullable @Size(min = 1, max = 64) String place) {

  /** The same as a call says it. */
  Circumstances circumstances() {
    return new Circumstances(
        patient == null ? null : new Circumstances.Patient(patient.issuer(), patient.id()),
        encounter,
        purpose,
        user,
        place,
        productDigest,
        new TreeSet<>(dataCategories),
        new TreeSet<>(Objects.requireNonNullElse(fields, List.of())));
  }
}
