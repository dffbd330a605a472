package gatehouse.journal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells the asker how the journal would name it. */
@Path("/v1/me")
@RunOnVirtualThread
public class MeResource {

  private final Actors actors;

  MeResource(Actors actors) {
    this.actors = actors;
  }

  @GET
  @RolesAllowed({"SEAT_CLINICAL", "NURSE"})
  public Actor me() {
    return actors.acting("SEAT_CLINICAL", "DUTY_MANAGER");
  }
}
