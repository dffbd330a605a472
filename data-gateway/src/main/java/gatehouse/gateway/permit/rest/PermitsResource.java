package gatehouse.gateway.permit.rest;

import gatehouse.gateway.context.PermitContexts;
import gatehouse.gateway.context.PermitContexts.Asker;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.Callers;
import gatehouse.gateway.permit.DecidePermit;
import gatehouse.gateway.permit.PermitDecision.Denied;
import gatehouse.gateway.permit.PermitDecision.Permitted;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.PermitRecord;
import gatehouse.gateway.permit.ReasonTexts;
import gatehouse.pseudonym.Pseudonyms;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The run permit for systems that call an AI product themselves. */
@Path("/v1/permits")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PermitsResource {
  private final DecidePermit decidePermit;
  private final Callers callers;
  private final Pseudonyms pseudonyms;
  private final ReasonTexts texts;
  private final PermitContexts contexts;

  PermitsResource(
      DecidePermit decidePermit,
      Callers callers,
      Pseudonyms pseudonyms,
      ReasonTexts texts,
      PermitContexts contexts) {
    this.decidePermit = decidePermit;
    this.callers = callers;
    this.pseudonyms = pseudonyms;
    this.texts = texts;
    this.contexts = contexts;
  }

  /** Decides; a refusal is an answer of status 200 as well. */
  @POST
  @RolesAllowed({"HIS_SYSTEM", "PHYSICIAN", "NURSE", "PERMIT_CLIENT"})
  @Operation(summary = "May this call run? STOP, ADMISSION, TRAINING, CONSENT, DATA in this order")
  public PermitResponse decide(@Valid @NotNull PermitRequest request) {
    Caller caller = callers.calling("HIS_SYSTEM", "PHYSICIAN", "NURSE", "PERMIT_CLIENT");
    PermitRecord decided = decidePermit.decide(caller, question(request, caller));
    if (decided.decision() instanceof Permitted) {
      contexts.keep(
          decided.id(),
          new Asker(caller.client(), caller.subject(), request.application()),
          request.circumstances());
    }
    return view(decided);
  }

  private PermitQuestion question(PermitRequest request, Caller caller) {
    return new PermitQuestion(
        request.application(),
        request.productDigest(),
        request.patient() == null
            ? null
            : pseudonyms.of(request.patient().issuer(), request.patient().id()),
        request.encounter(),
        request.purpose(),
        new TreeSet<>(request.dataCategories()),
        new TreeSet<>(Objects.requireNonNullElse(request.fields(), List.of())),
        callers.user(caller, request.user()),
        callers.place(request.place()));
  }

  private PermitResponse view(PermitRecord decided) {
    return switch (decided.decision()) {
      case Permitted permitted ->
          new PermitResponse(
              decided.id().toString(),
              "PERMIT",
              Objects.toString(decided.expiresAt()),
              permitted.obligations(),
              List.of(),
              List.of(),
              null,
              null);
      case Denied denied ->
          new PermitResponse(
              null,
              "DENY",
              null,
              denied.obligations(),
              texts.reasons(denied.reasons()),
              denied.clauses(),
              denied.patientText(),
              texts.manualRoute(denied));
    };
  }
}
