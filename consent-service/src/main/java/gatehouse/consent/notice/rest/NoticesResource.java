package gatehouse.consent.notice.rest;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.notice.NoticeResult;
import gatehouse.consent.notice.Notices;
import gatehouse.consent.notice.PublishNotice;
import gatehouse.web.Idempotent;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The notices of the lower tiers. */
@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NoticesResource {
  private final PublishNotice publishNotice;
  private final Notices notices;
  private final Problems problems;
  private final Messages messages;
  private final Clock clock;

  NoticesResource(
      PublishNotice publishNotice,
      Notices notices,
      Problems problems,
      Messages messages,
      Clock clock) {
    this.publishNotice = publishNotice;
    this.notices = notices;
    this.problems = problems;
    this.messages = messages;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @RolesAllowed({"CONSENT_CLERK", "MEDICAL_AFFAIRS"})
  @APIResponseSchema(value = NoticeView.class, responseCode = "201")
  public Response publish(@NotNull @Valid PublishNoticeRequest request) {
    NoticeResult result =
        publishNotice.publish(
            new ApplicationCode(request.application()), request.tier(), request.wording());
    return switch (result) {
      case NoticeResult.Published published ->
          Response.status(Response.Status.CREATED)
              .entity(NoticeView.of(published.notice()))
              .build();
      case NoticeResult.Faulty faulty ->
          problems.problem(
              ConsentProblem.NOTICE_FAULTY,
              faulty.faults().stream()
                  .map(fault -> messages.reason(fault.name(), fault.clause()))
                  .toList());
    };
  }

  @GET
  @Path("/{application}")
  @Authenticated
  @Transactional
  @APIResponseSchema(value = NoticeView.class, responseCode = "200")
  public Response find(
      @PathParam("application") @Pattern(regexp = ApplicationCode.FORM) String application) {
    return notices
        .at(new ApplicationCode(application), Instant.now(clock))
        .map(notice ->
            Response.ok(NoticeView.of(notice)).tag(new EntityTag(notice.digest().value())).build())
        .orElseGet(() -> problems.problem(ConsentProblem.NOTICE_UNKNOWN));
  }
}
