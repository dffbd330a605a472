package gatehouse.gateway.key;

/** Tells of keys, in the caller's transaction; the present person did it. */
public interface KeyEvents {
  void issued(ApiKey key);

  /**
   * A new key took the place of an old one.
   *
   * @param former as it ends now
   */
  void rotated(ApiKey key, ApiKey former);

  void revoked(ApiKey key);
}
