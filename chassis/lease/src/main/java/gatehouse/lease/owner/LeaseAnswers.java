package gatehouse.lease.owner;

import gatehouse.lease.Grant;
import gatehouse.web.Problems;
import gatehouse.web.problem.WebProblem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Answers a request for a lease over HTTP; each owner's resource hands it on to here. */
@Singleton
public final class LeaseAnswers {
  private final LendLeases lend;
  private final Problems problems;

  LeaseAnswers(LendLeases lend, Problems problems) {
    this.lend = lend;
    this.problems = problems;
  }

  /** A lease, or 503: then the holder asks again, perhaps another instance. */
  public Response renew(LeaseRequest request) {
    try {
      Grant grant = lend.renew(request).orElse(null);
      return grant == null
          ? problems.problem(WebProblem.UNAVAILABLE)
          : Response.ok(LeaseView.of(grant)).header("Cache-Control", "no-store").build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return problems.problem(WebProblem.UNAVAILABLE);
    }
  }
}
