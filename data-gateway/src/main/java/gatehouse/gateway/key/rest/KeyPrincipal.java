package gatehouse.gateway.key.rest;

import gatehouse.gateway.key.ApiKey;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The holder of a key, with the claims that the rest of the service asks for. It has no licence and
 * no staff number: a key is never a person.
 */
final class KeyPrincipal implements JsonWebToken {
  private final Map<String, String> claims;
  private final String name;

  KeyPrincipal(ApiKey key) {
    name = key.subject();
    claims =
        key.application() == null
            ? Map.of("sub", name, "azp", key.client())
            : Map.of("sub", name, "azp", key.client(), "application", key.application());
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getClaim(String claim) {
    return (T) claims.get(claim);
  }
}
