package gatehouse.admission.filing;

/** Tells others what happened to a filing, in the transaction in which it happened. */
public interface FilingEvents {
  void happened(Filing.Change change);
}
