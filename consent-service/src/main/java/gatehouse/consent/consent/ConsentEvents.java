package gatehouse.consent.consent;

/** Tells of consents. */
public interface ConsentEvents {

  /** The consent is in another state; told within the present transaction. */
  void changed(Consent consent);
}
