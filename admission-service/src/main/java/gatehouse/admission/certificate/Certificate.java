package gatehouse.admission.certificate;

import static java.util.Objects.requireNonNull;

import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A registration certificate as medical engineering checked it.
 *
 * @param expires the last day on which it is valid
 * @param coversUse whether the use asked for lies inside the intended use
 * @param checkedBy subject of the checker
 */
public record Certificate(
    CertificateNumber number,
    DeviceClass deviceClass,
    String holder,
    String model,
    String intendedUse,
    LocalDate issued,
    LocalDate expires,
    boolean coversUse,
    String checkedBy,
    Instant checkedAt) {
  public Certificate {
    requireNonNull(number);
    requireNonNull(deviceClass);
    requireNonNull(checkedBy);
    if (expires.isBefore(issued)) {
      throw new IllegalArgumentException("A certificate cannot expire before it was issued");
    }
  }

  /** Every reason why it does not carry use on that day; empty when it does. */
  @Clause("G-18")
  public List<Refusal> faultsOn(LocalDate day) {
    List<Refusal> faults = new ArrayList<>();
    if (!number.belongsTo(deviceClass)) {
      faults.add(Refusal.CERT_CLASS_MISMATCH);
    }
    if (day.isBefore(issued) || day.isAfter(expires)) {
      faults.add(Refusal.CERT_EXPIRED);
    }
    if (!coversUse) {
      faults.add(Refusal.OUT_OF_INDICATION);
    }
    return faults;
  }
}
