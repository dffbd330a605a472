package gatehouse.web;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is asking, as the token says: a person on duty, a patient, or a machine. */
@RequestScoped
public class CurrentPerson {
  private final JsonWebToken token;
  private final SecurityIdentity identity;

  CurrentPerson(JsonWebToken token, SecurityIdentity identity) {
    // A way in other than OIDC brings its claims along as the principal.
    this.token = identity.getPrincipal() instanceof JsonWebToken own ? own : token;
    this.identity = identity;
  }

  /** The issuer's stable id ({@code sub}). */
  public String subject() {
    return token.getSubject();
  }

  /** The login name, for screens; not an identity. */
  public String username() {
    String name = token.getClaim("preferred_username");
    return name == null ? token.getSubject() : name;
  }

  /**
   * The person's staff number ({@code staff_id}), under which registers of the hospital know the
   * person: given once, never given to anybody else, changed by nobody but the administrators of
   * the realm. Null for machines and patients.
   */
  public @Nullable String staffId() {
    return claim("staff_id");
  }

  /** Realm roles. */
  public Set<String> roles() {
    return identity.getRoles();
  }

  /** Whether the person holds the role. */
  public boolean holds(String role) {
    return identity.hasRole(role);
  }

  /** A claim such as {@code department}, or null when the token has none. */
  public @Nullable String claim(String name) {
    // Asked by getClaim, it throws and catches an exception for each name of our own.
    Object value =
        token instanceof OidcJwtCallerPrincipal own
            ? own.getClaims().getClaimValue(name)
            : token.getClaim(name);
    return value == null ? null : value.toString();
  }
}
