package gatehouse.proof.rest;

import gatehouse.journal.Actors;
import gatehouse.proof.erase.EraseSubject;
import gatehouse.proof.erase.Erasure;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
import gatehouse.web.problem.WebProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** For the data steward: destroys what the entries of a subject said; it cannot be undone. */
@Path("/v1/journal/erasures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ErasuresResource {
  private static final String STEWARD = "DATA_STEWARD";

  private final EraseSubject erasing;
  private final Actors actors;
  private final Problems problems;

  ErasuresResource(EraseSubject erasing, Actors actors, Problems problems) {
    this.erasing = erasing;
    this.actors = actors;
    this.problems = problems;
  }

  /** Why a subject may be erased. */
  enum ErasureReason {
    CONSENT_WITHDRAWN,
    RETENTION_ENDED,
    COURT_ORDER,
    REQUEST_OF_PERSON
  }

  /**
   * An order to erase.
   *
   * @param subject as it stands in the entries
   * @param reference where the order is filed; a number, never a name
   */
  record EraseSubjectRequest(
      @NotNull @Size(min = 1, max = 200) String subject,
      @NotNull ErasureReason reason,
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9./-]{0,63}") String reference) {}

  /**
   * What was erased.
   *
   * @param order id of the entry that says who ordered it
   * @param left entries from before there were salts, which stay
   */
  record ErasedSubjectView(UUID order, long erased, long left) {}

  /** Erases all entries of the subject, or none. */
  @POST
  @RolesAllowed(STEWARD)
  @Idempotent
  @Operation(
      operationId = "eraseSubject",
      summary = "Destroy salts and bodies of a subject's entries; the proofs stay")
  @APIResponseSchema(value = ErasedSubjectView.class, responseCode = "200")
  public Response erase(@Valid @NotNull EraseSubjectRequest request) {
    Erasure erasure =
        erasing.erase(
            request.subject(),
            request.reason().name(),
            request.reference(),
            actors.acting(STEWARD));
    return switch (erasure) {
      case Erasure.Erased(UUID order, long entries, long left) ->
          Response.ok(new ErasedSubjectView(order, entries, left)).build();
      case Erasure.NothingThere() -> problems.problem(WebProblem.NOT_FOUND);
      case Erasure.TooEarly() -> problems.problem(ErasureProblem.ERASURE_TOO_EARLY);
      case Erasure.Parked() -> problems.problem(ErasureProblem.ERASURE_PARKED);
      case Erasure.Protected() -> problems.problem(ErasureProblem.ERASURE_PROTECTED);
    };
  }
}
