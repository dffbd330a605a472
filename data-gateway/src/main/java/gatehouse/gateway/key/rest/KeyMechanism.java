package gatehouse.gateway.key.rest;

import gatehouse.gateway.secret.Secret;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Lets keys in where OIDC tokens come in: {@code Authorization: Bearer ghk_…}. Any other bearer is
 * left to OIDC.
 */
@ApplicationScoped
class KeyMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer ";
  private static final int BEFORE_OIDC = DEFAULT_PRIORITY + 100;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    String prefix = BEARER + KeyRequest.PREFIX;
    if (header == null || !header.regionMatches(true, 0, prefix, 0, prefix.length())) {
      return Uni.createFrom().nullItem();
    }
    KeyRequest shown = new KeyRequest(new Secret(header.substring(prefix.length()).strip()));
    return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(shown, context));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(
            new ChallengeData(
                HttpResponseStatus.UNAUTHORIZED.code(),
                HttpHeaderNames.WWW_AUTHENTICATE,
                "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(KeyRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(
                HttpCredentialTransport.Type.AUTHORIZATION, KeyRequest.PREFIX));
  }

  @Override
  public int getPriority() {
    return BEFORE_OIDC;
  }
}
