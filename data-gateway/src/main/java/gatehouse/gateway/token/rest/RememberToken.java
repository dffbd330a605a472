package gatehouse.gateway.token.rest;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Quarkus shows here whom it has just let in. */
@ApplicationScoped
class RememberToken implements SecurityIdentityAugmentor {
  private final CheckedTokens tokens;

  RememberToken(CheckedTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    tokens.keep(identity);
    return Uni.createFrom().item(identity);
  }
}
