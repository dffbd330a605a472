package gatehouse.gateway.permit;

import org.jspecify.annotations.Nullable;

/**
 * Who calls the gateway.
 *
 * @param role the role that allows the call
 * @param subject the token's {@code sub}; leaves the gateway only as a pseudonym
 * @param client the client whose token or key it is, such as {@code his}
 * @param application the only application that a key opens; null means that it opens any
 */
public record Caller(String role, String subject, String client, @Nullable String application) {

  /** Somebody with a token, which is good for any application. */
  public Caller(String role, String subject, String client) {
    this(role, subject, client, null);
  }

  /** Whether the caller may call this application at all. */
  public boolean mayCall(String code) {
    return application == null || application.equals(code);
  }
}
