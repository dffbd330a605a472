package gatehouse.gateway.token.rest;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a token in that was checked a moment ago; every other is left to OIDC. */
@ApplicationScoped
class CheckedTokenMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";
  private static final int BEFORE_OIDC = DEFAULT_PRIORITY + 50;

  private final CheckedTokens tokens;

  CheckedTokenMechanism(CheckedTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String token = bearer(context);
    SecurityIdentity holder = token == null ? null : tokens.holder(token).orElse(null);
    return holder == null ? Uni.createFrom().nullItem() : Uni.createFrom().item(holder);
  }

  /** Two of them are nobody's; OIDC says so. */
  private static @Nullable String bearer(RoutingContext context) {
    List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (headers.size() != 1) {
      return null;
    }
    String header = headers.getFirst();
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length())
        : null;
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public int getPriority() {
    return BEFORE_OIDC;
  }
}
