package gatehouse.incident.stop.rest;

import gatehouse.clauses.Clause;
import gatehouse.incident.stop.StopAuthority;
import gatehouse.incident.stop.StopScope;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Publishes who may stop what, so that nobody has to find out in an emergency. */
@Path("/v1/stop-authorities")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AuthoritiesResource {
  private final StopAuthority authority;

  AuthoritiesResource(StopAuthority authority) {
    this.authority = authority;
  }

  /**
   * One scope.
   *
   * @param any roles that may stop any such scope
   * @param ownDepartment roles that may stop it where it is their own department's
   */
  record Authority(StopScope.Kind scope, List<String> any, List<String> ownDepartment) {}

  @GET
  @Authenticated
  @Clause("G-51")
  @Operation(operationId = "readStopAuthorities", summary = "Which roles may stop what")
  public List<Authority> list() {
    return Arrays.stream(StopScope.Kind.values())
        .map(kind ->
            new Authority(
                kind,
                authority.anyOf(kind),
                kind == StopScope.Kind.APPLICATION ? authority.ownDepartment() : List.of()))
        .toList();
  }
}
