package gatehouse.gateway.standing.rest;

import gatehouse.gateway.standing.Leases;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.lease.Grant;
import gatehouse.web.Ids;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Asks for leases under the name of this very process. Two processes of one name would speak for
 * each other, and a stop would count as enforced while one of them has not heard of it.
 *
 * <p>Each owner has one connection of its own for it: of several instances one lends, and the
 * connection that has found it stays with it.
 */
@ApplicationScoped
class HttpLeases implements Leases {
  private static final String POOL = "io.quarkus.rest.client.connection-pool-size";

  /** A request waits 0.3 s for news, and an owner that is silent for a second lends nothing. */
  private static final long LONGEST_MILLIS = 1_000;

  private final Map<Owner, LeaseClient> owners = new EnumMap<>(Owner.class);
  private final String holder;

  HttpLeases(MachineTokenFilter token, Ids ids, Config config) {
    this.holder = config.getValue("gatehouse.gateway.name", String.class) + "-" + ids.next();
    for (Owner owner : Owner.values()) {
      String url = "quarkus.rest-client." + owner.name().toLowerCase(Locale.ROOT) + ".url";
      owners.put(owner, client(config.getValue(url, URI.class), token));
    }
  }

  private static LeaseClient client(URI owner, MachineTokenFilter token) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(owner)
        .register(token)
        .property(POOL, 1)
        .connectTimeout(LONGEST_MILLIS / 2, TimeUnit.MILLISECONDS)
        .readTimeout(LONGEST_MILLIS, TimeUnit.MILLISECONDS)
        .build(LeaseClient.class);
  }

  @Override
  public Grant renew(Owner owner, @Nullable UUID epoch, @Nullable Long applied) {
    LeaseClient client = Objects.requireNonNull(owners.get(owner), "every owner has a client");
    return client.renew(new LeaseWire.Request(holder, epoch, applied)).toGrant();
  }
}
