package gatehouse.gateway.release.rest;

import gatehouse.gateway.output.Output;
import gatehouse.gateway.permit.Callers;
import gatehouse.gateway.release.RedeemRelease;
import gatehouse.gateway.release.ReleaseResult;
import gatehouse.gateway.release.ReleaseToken;
import gatehouse.gateway.release.RequestRelease;
import gatehouse.gateway.secret.Secret;
import gatehouse.pseudonym.Pseudonyms;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The way of an output into a record: ask for a token, spend it, write, acknowledge. */
@Path("/v1/release-tokens")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReleaseTokensResource {
  private static final String[] RECORD_SYSTEMS = {"EMR_SYSTEM", "HIS_SYSTEM"};

  private final RequestRelease requestRelease;
  private final RedeemRelease redeemRelease;
  private final Callers callers;
  private final Pseudonyms pseudonyms;
  private final ReleaseAnswers answers;

  ReleaseTokensResource(
      RequestRelease requestRelease,
      RedeemRelease redeemRelease,
      Callers callers,
      Pseudonyms pseudonyms,
      ReleaseAnswers answers) {
    this.requestRelease = requestRelease;
    this.redeemRelease = redeemRelease;
    this.callers = callers;
    this.pseudonyms = pseudonyms;
    this.answers = answers;
  }

  /**
   * What shall be written where.
   *
   * @param physician staff number of the physician whose decision counts
   * @param encounter the hospital's encounter number
   */
  record TokenRequest(
      @NotNull UUID outputId,
      @NotBlank @Size(max = 64) String physician,
      @NotBlank @Size(max = 64) String encounter,
      ReleaseToken.@NotNull Target target) {}

  /** A token; {@code token} is told only here. */
  record TokenView(
      UUID tokenId,
      String token,
      UUID outputId,
      String contentDigest,
      ReleaseToken.Target target,
      Instant expiresAt) {
    @Override
    public String toString() {
      return "TokenView[" + tokenId + "]";
    }
  }

  /**
   * What is about to be written.
   *
   * @param contentDigest SHA-256 of the text as it will stand in the record, label included
   */
  record RedeemRequest(
      @NotBlank @Size(max = 64) String token,
      @NotNull UUID outputId,
      @NotNull @Pattern(regexp = "sha256:[0-9a-f]{64}") String contentDigest,
      @NotBlank @Size(max = 64) String physician,
      @NotBlank @Size(max = 64) String encounter) {
    @Override
    public String toString() {
      return "RedeemRequest[" + outputId + "]";
    }
  }

  /** It may be written now, and must be acknowledged at {@code /v1/write-backs}. */
  record ReleaseView(UUID outputId, String state, String contentDigest) {
    static ReleaseView of(Output output) {
      return new ReleaseView(output.id(), output.state().name().name(), output.digest());
    }
  }

  /** Not repeatable by key: an answer that is kept for a retry would keep the secret. */
  @POST
  @RolesAllowed({"EMR_SYSTEM", "HIS_SYSTEM"})
  @Operation(
      operationId = "requestRelease",
      summary = "A token for one text, physician and encounter; a new one ends the one before")
  @APIResponseSchema(value = TokenView.class, responseCode = "201")
  public Response request(@NotNull @Valid TokenRequest request) {
    RequestRelease.Wish wish =
        new RequestRelease.Wish(
            request.outputId(),
            pseudonyms.of("user", request.physician()).value(),
            pseudonyms.of("encounter", request.encounter()).value(),
            request.target());
    return answers.of(requestRelease.request(wish, callers.calling(RECORD_SYSTEMS)));
  }

  /** Spends a token. */
  @POST
  @Path("/redeem")
  @Idempotent
  @RolesAllowed({"EMR_SYSTEM", "HIS_SYSTEM"})
  @Operation(operationId = "redeemRelease", summary = "Spends a token; then the text is written")
  @APIResponseSchema(value = ReleaseView.class, responseCode = "200")
  public Response redeem(@NotNull @Valid RedeemRequest request) {
    RedeemRelease.Writing writing =
        new RedeemRelease.Writing(
            request.outputId(),
            request.contentDigest(),
            pseudonyms.of("user", request.physician()).value(),
            pseudonyms.of("encounter", request.encounter()).value());
    return answers.of(
        redeemRelease.redeem(
            new Secret(request.token()), writing, callers.calling(RECORD_SYSTEMS)));
  }

  static Response issued(ReleaseResult.Issued issued) {
    ReleaseToken token = issued.token();
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(
            new TokenView(
                token.id(),
                issued.secret().value(),
                token.output(),
                token.contentDigest(),
                token.target(),
                token.expiresAt()))
        .build();
  }
}
