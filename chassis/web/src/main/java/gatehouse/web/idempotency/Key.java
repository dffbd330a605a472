package gatehouse.web.idempotency;

/**
 * One caller's name for one request.
 *
 * @param caller the token's subject; keys of two callers never meet
 * @param value what the caller sent
 */
record Key(String caller, String value) {
  static final String HEADER = "Idempotency-Key";
  static final String FORM = "[A-Za-z0-9_-]{8,128}";
}
