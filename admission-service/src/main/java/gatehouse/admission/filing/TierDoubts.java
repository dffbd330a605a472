package gatehouse.admission.filing;

/** Is told that a signer doubts that an application is LOW, in the transaction of the doubt. */
public interface TierDoubts {
  void doubted(String applicationCode);
}
