package gatehouse.station;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;

/**
 * Whoever is on this machine may turn a counter: the station holds nothing and listens nowhere
 * else.
 */
@Path("/v1/counters/{name:[a-z0-9-]{1,40}}")
@Produces(MediaType.TEXT_PLAIN)
@RunOnVirtualThread
public class CountersResource {
  private final Counters counters;

  CountersResource(Counters counters) {
    this.counters = counters;
  }

  /** The entry's id, once it is committed. */
  @POST
  @Path("/turns")
  @PermitAll
  public String turn(@PathParam("name") String name) throws SQLException {
    return counters.turn(name).toString();
  }

  /** The entry's id, once it is durable. */
  @POST
  @Path("/notes")
  @PermitAll
  public String note(@PathParam("name") String name) {
    return counters.note(name).toString();
  }
}
