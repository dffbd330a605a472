package gatehouse.good.loan.rest;

import gatehouse.good.loan.Loan;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/v1/loans")
class LoansResource {
  @GET
  @RolesAllowed({"READER", "CLERK"})
  public String first() {
    return new Loan("book").book();
  }
}
