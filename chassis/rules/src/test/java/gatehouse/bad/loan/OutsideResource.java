package gatehouse.bad.loan;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Breaks: a resource outside rest, an endpoint that does not say who may call it. */
@Path("/v1/outside")
public class OutsideResource {
  @GET
  public String anybody() {
    return "?";
  }
}
