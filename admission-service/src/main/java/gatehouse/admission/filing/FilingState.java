package gatehouse.admission.filing;

/** The states of a filing; everything but {@link Open} is final. */
public sealed interface FilingState {

  /** Checks are being signed. */
  record Open() implements FilingState {
    Filed filed(String number) {
      return new Filed(number);
    }

    Refused refused() {
      return new Refused();
    }

    Doubted doubted() {
      return new Doubted();
    }

    Superseded superseded() {
      return new Superseded();
    }
  }

  /** Three passes and a passed pilot; it has a filing number. */
  record Filed(String number) implements FilingState {}

  /** One check or the pilot failed. */
  record Refused() implements FilingState {}

  /** A signer doubted the tier: floor MEDIUM, strict track. */
  record Doubted() implements FilingState {}

  /** A seat raised the tier. */
  record Superseded() implements FilingState {}
}
