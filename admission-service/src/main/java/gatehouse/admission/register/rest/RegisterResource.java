package gatehouse.admission.register.rest;

import gatehouse.admission.application.Declaration;
import gatehouse.admission.application.Grant;
import gatehouse.admission.application.Status;
import gatehouse.admission.application.Text;
import gatehouse.admission.register.PublishRegister;
import gatehouse.admission.register.RegisterEntry;
import gatehouse.admission.tiering.Tier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public register, without login. */
@Path("/v1/register")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RegisterResource {
  private final PublishRegister register;

  RegisterResource(PublishRegister register) {
    this.register = register;
  }

  record TextView(String zh, String en) {
    static TextView of(Text text) {
      return new TextView(text.zh(), text.en());
    }
  }

  record AccessView(TextView humanChannel, TextView accessibility, TextView notice) {
    static AccessView of(Declaration.Access access) {
      return new AccessView(
          TextView.of(access.humanChannel()),
          TextView.of(access.accessibility()),
          TextView.of(access.notice()));
    }
  }

  record PublicEntryView(
      String application,
      String product,
      String version,
      String vendor,
      TextView scenario,
      String department,
      Tier tier,
      Status status,
      Grant.Track track,
      @Nullable String filingNumber,
      @Nullable AccessView access,
      @Nullable TextView manualRoute,
      Instant since) {}

  @GET
  @PermitAll
  public List<PublicEntryView> entries() {
    return register.entries().stream().map(RegisterResource::view).toList();
  }

  private static PublicEntryView view(RegisterEntry entry) {
    return new PublicEntryView(
        entry.application(),
        entry.product(),
        entry.version(),
        entry.vendor(),
        TextView.of(entry.scenario()),
        entry.department(),
        entry.tier(),
        entry.status(),
        entry.track(),
        entry.filingNumber(),
        entry.access() == null ? null : AccessView.of(entry.access()),
        entry.manualRoute() == null ? null : TextView.of(entry.manualRoute()),
        entry.since());
  }
}
