package gatehouse.web.problem;

import gatehouse.web.ProblemType;

/** The problems that every HTTP service has in common. */
public enum WebProblem implements ProblemType {
  MALFORMED_JSON("malformed-json", 400),
  UNKNOWN_FIELD("unknown-field", 400),
  WRONG_TYPE("wrong-type", 400),
  INVALID_REQUEST("invalid-request", 400),
  SUSPICIOUS_REQUEST("suspicious-request", 400),
  IDEMPOTENCY_KEY_MISSING("idempotency-key-missing", 400),
  UNAUTHENTICATED("unauthenticated", 401),
  FORBIDDEN("forbidden", 403),
  NOT_FOUND("not-found", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  NOT_ACCEPTABLE("not-acceptable", 406),
  CONCURRENT_CHANGE("concurrent-change", 409),
  BODY_TOO_LARGE("body-too-large", 413),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
  INTERNAL("internal", 500),
  BUSY("busy", 503),
  UNAVAILABLE("unavailable", 503);

  private final String slug;
  private final int status;

  WebProblem(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }

  /** The problem that fits a bare status; statuses nobody expects say nothing about the inside. */
  static WebProblem ofStatus(int status) {
    return switch (status) {
      case 400 -> INVALID_REQUEST;
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 503 -> UNAVAILABLE;
      default -> INTERNAL;
    };
  }
}
