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

  /**
   * A lease, or 503. With that the connection is closed, so that the holder's next one may lead to
   * the instance that lends, and then stays there.
   */
  public Response renew(LeaseRequest request) {
    try {
      Grant grant = lend.renew(request).orElse(null);
      return grant == null
          ? notHere()
          : Response.ok(LeaseView.of(grant)).header("Cache-Control", "no-store").build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return notHere();
    }
  }

  private Response notHere() {
    return Response.fromResponse(problems.problem(WebProblem.UNAVAILABLE))
        .header("Connection", "close")
        .build();
  }
}
