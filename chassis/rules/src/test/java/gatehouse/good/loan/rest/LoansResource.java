package gatehouse.good.loan.rest;

import gatehouse.good.loan.Loan;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/v1/loans")
@Produces(MediaType.APPLICATION_JSON)
class LoansResource {
  @GET
  @RolesAllowed({"READER", "CLERK"})
  public String first() {
    return new Loan("book").book();
  }
}
