package gatehouse.gateway.standing.rest;

import gatehouse.gateway.standing.Leases;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.lease.Grant;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks for leases under the name of this very process. Two processes of one name would speak for
 * each other, and a stop would count as enforced while one of them has not heard of it.
 */
@ApplicationScoped
class HttpLeases implements Leases {
  private final AdmissionClient admission;
  private final ConsentClient consent;
  private final IncidentClient incident;
  private final String holder;

  HttpLeases(
      @RestClient AdmissionClient admission,
      @RestClient ConsentClient consent,
      @RestClient IncidentClient incident,
      Ids ids,
      @ConfigProperty(name = "gatehouse.gateway.name") String name) {
    this.admission = admission;
    this.consent = consent;
    this.incident = incident;
    this.holder = name + "-" + ids.next();
  }

  @Override
  public Grant renew(Owner owner, @Nullable UUID epoch, @Nullable Long applied) {
    LeaseWire.Request request = new LeaseWire.Request(holder, epoch, applied);
    return (switch (owner) {
          case ADMISSION -> admission.renew(request);
          case CONSENT -> consent.renew(request);
          case INCIDENT -> incident.renew(request);
        })
        .toGrant();
  }
}
