package gatehouse.gateway.key.rest;

import gatehouse.gateway.key.ApiKey;
import gatehouse.gateway.key.KeepKeys;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** Who holds a key: a machine in exactly the roles of the key's scopes. */
@ApplicationScoped
class KeyIdentities implements IdentityProvider<KeyRequest> {
  private final KeepKeys keys;

  KeyIdentities(KeepKeys keys) {
    this.keys = keys;
  }

  @Override
  public Class<KeyRequest> getRequestType() {
    return KeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyRequest request, AuthenticationRequestContext context) {
    return keys.remembered(request.secret())
        .map(key -> Uni.createFrom().item(identity(key)))
        .orElseGet(() -> context.runBlocking(() -> asked(request)));
  }

  private SecurityIdentity asked(KeyRequest request) {
    return keys.opened(request.secret())
        .map(KeyIdentities::identity)
        // Unknown, run out or revoked: whoever guesses learns nothing.
        .orElseThrow(AuthenticationFailedException::new);
  }

  private static SecurityIdentity identity(ApiKey key) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new KeyPrincipal(key))
        .addRoles(key.scopes().stream().map(ApiKey.Scope::role).collect(Collectors.toSet()))
        .build();
  }
}
