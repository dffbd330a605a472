package gatehouse.consent.template.rest;

import gatehouse.consent.template.PrepareTemplate;
import gatehouse.consent.template.PublishTemplate;
import gatehouse.consent.template.Templates;
import gatehouse.web.CurrentPerson;
import gatehouse.web.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The forms that are signed. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TemplatesResource {
  private final PrepareTemplate prepareTemplate;
  private final PublishTemplate publishTemplate;
  private final Templates templates;
  private final TemplateAnswers answers;
  private final CurrentPerson person;

  TemplatesResource(
      PrepareTemplate prepareTemplate,
      PublishTemplate publishTemplate,
      Templates templates,
      TemplateAnswers answers,
      CurrentPerson person) {
    this.prepareTemplate = prepareTemplate;
    this.publishTemplate = publishTemplate;
    this.templates = templates;
    this.answers = answers;
    this.person = person;
  }

  @POST
  @Idempotent
  @RolesAllowed({"CONSENT_CLERK", "MEDICAL_AFFAIRS"})
  @APIResponseSchema(value = TemplateView.class, responseCode = "201")
  public Response draft(@NotNull @Valid DraftTemplateRequest request) {
    return answers.created(
        prepareTemplate.draft(
            request.scopeId(), request.tier(), request.text().text(), person.subject()));
  }

  @PUT
  @Path("/{id}/text")
  @RolesAllowed({"CONSENT_CLERK", "MEDICAL_AFFAIRS"})
  @APIResponseSchema(value = TemplateView.class, responseCode = "200")
  public Response rewrite(@PathParam("id") UUID id, @NotNull @Valid TextRequest request) {
    return answers.done(prepareTemplate.rewrite(id, request.text(), person.subject()));
  }

  @POST
  @Path("/{id}/lint")
  @Idempotent
  @RolesAllowed({"CONSENT_CLERK", "MEDICAL_AFFAIRS"})
  @APIResponseSchema(value = TemplateView.class, responseCode = "200")
  public Response lint(@PathParam("id") UUID id) {
    return answers.done(prepareTemplate.lint(id));
  }

  @POST
  @Path("/{id}/publish")
  @Idempotent
  @RolesAllowed({"MEDICAL_AFFAIRS", "LEGAL", "ETHICS_SECRETARY"})
  @APIResponseSchema(value = TemplateView.class, responseCode = "200")
  public Response publish(
      @PathParam("id") UUID id, @NotNull @Valid PublishTemplateRequest request) {
    return answers.done(publishTemplate.publish(id, request.approval(), person.subject()));
  }

  @POST
  @Path("/{id}/retire")
  @Idempotent
  @RolesAllowed({"MEDICAL_AFFAIRS", "LEGAL", "ETHICS_SECRETARY"})
  @APIResponseSchema(value = TemplateView.class, responseCode = "200")
  public Response retire(@PathParam("id") UUID id) {
    return answers.done(publishTemplate.retire(id));
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @APIResponseSchema(value = TemplateView.class, responseCode = "200")
  public Response find(@PathParam("id") UUID id) {
    return answers.found(templates.find(id));
  }
}
