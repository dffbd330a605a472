package gatehouse.journal.rest;

import gatehouse.journal.NotRecordedException;
import gatehouse.web.Problems;
import gatehouse.web.problem.WebProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What cannot be recorded did not happen: the caller is asked to come again. */
public final class NotRecordedMapper {
  private static final String RETRY_SECONDS = "5";

  private final Problems problems;

  NotRecordedMapper(Problems problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  public Response map(NotRecordedException thrown) {
    return Response.fromResponse(problems.problem(WebProblem.UNAVAILABLE))
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .build();
  }
}
