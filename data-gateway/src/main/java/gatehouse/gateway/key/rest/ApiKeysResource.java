package gatehouse.gateway.key.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.gateway.key.ApiKey;
import gatehouse.gateway.key.ApiKeys;
import gatehouse.gateway.key.KeepKeys;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Keys for programs, kept by the information centre. */
@Path("/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ApiKeysResource {
  private final ApiKeys keys;
  private final KeepKeys keepKeys;
  private final Problems problems;
  private final Duration longest;

  ApiKeysResource(
      ApiKeys keys,
      KeepKeys keepKeys,
      Problems problems,
      @ConfigProperty(name = "gatehouse.api-key.max-lifetime") Duration longest) {
    this.keys = keys;
    this.keepKeys = keepKeys;
    this.problems = problems;
    this.longest = longest;
  }

  /**
   * For whom and what.
   *
   * @param client name of the calling program
   * @param application the only application it may call; null means all
   * @param days how long it shall work
   */
  record KeyOrder(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String client,
      @Nullable @Size(min = 1, max = 64) String application,
      @NotEmpty Set<ApiKey.@NotNull Scope> scopes,
      @NotNull @Min(1) @Max(3650) Integer days) {}

  /**
   * A change for a new key.
   *
   * @param overlapMinutes how long the old one works on
   */
  record RotateOrder(@NotNull @Min(0) @Max(10080) Integer overlapMinutes) {}

  /** A key without its secret. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KeyView(
      UUID keyId,
      String client,
      @Nullable String application,
      SortedSet<ApiKey.Scope> scopes,
      Instant issuedAt,
      Instant expiresAt,
      @Nullable Instant revokedAt) {
    static KeyView of(ApiKey key) {
      return new KeyView(
          key.id(),
          key.client(),
          key.application(),
          new TreeSet<>(key.scopes()),
          key.issuedAt(),
          key.expiresAt(),
          key.revokedAt());
    }
  }

  /** A new key; {@code key} is shown only here. */
  record IssuedView(String key, KeyView details) {
    @Override
    public String toString() {
      return "IssuedView[" + details.keyId() + "]";
    }
  }

  /** Not repeatable by key: an answer that is kept for a retry would keep the secret. */
  @POST
  @RolesAllowed("SEAT_INFO_CENTRE")
  @Operation(operationId = "issueApiKey", summary = "A new key; its secret is shown once")
  @APIResponseSchema(value = IssuedView.class, responseCode = "201")
  public Response issue(@NotNull @Valid KeyOrder order) {
    Duration lifetime = Duration.ofDays(order.days());
    return lifetime.compareTo(longest) > 0
        ? problems.problem(KeyProblem.API_KEY_LIFETIME, "at most " + longest.toDays() + " days")
        : shown(keepKeys.issue(order.client(), order.application(), order.scopes(), lifetime));
  }

  /** Not repeatable by key for the same reason. */
  @POST
  @Path("/{id}/rotate")
  @RolesAllowed("SEAT_INFO_CENTRE")
  @Operation(operationId = "rotateApiKey", summary = "A new key for an old one, which ends soon")
  @APIResponseSchema(value = IssuedView.class, responseCode = "201")
  public Response rotate(@PathParam("id") UUID id, @NotNull @Valid RotateOrder order) {
    return keepKeys
        .rotate(id, Duration.ofMinutes(order.overlapMinutes()))
        .map(ApiKeysResource::shown)
        .orElseGet(() -> problems.problem(KeyProblem.API_KEY_UNKNOWN));
  }

  /** Ends a key at once. */
  @POST
  @Path("/{id}/revoke")
  @Idempotent
  @RolesAllowed({"SEAT_INFO_CENTRE", "SECURITY_ANALYST", "DUTY_MANAGER"})
  @Operation(operationId = "revokeApiKey", summary = "Ends a key for the next request everywhere")
  @APIResponseSchema(value = KeyView.class, responseCode = "200")
  public Response revoke(@PathParam("id") UUID id) {
    return keepKeys
        .revoke(id)
        .map(key -> Response.ok(KeyView.of(key)).build())
        .orElseGet(() -> problems.problem(KeyProblem.API_KEY_UNKNOWN));
  }

  /** One page, the newest first; the next page begins with {@code before=next}. */
  record KeyPage(List<KeyView> keys, @Nullable UUID next) {}

  /** All keys without their secrets. */
  @GET
  @RolesAllowed({"SEAT_INFO_CENTRE", "SECURITY_ANALYST", "DUTY_MANAGER", "AUDITOR"})
  @Operation(operationId = "listApiKeys", summary = "Keys without their secrets, newest first")
  public KeyPage list(
      @QueryParam("before") @Nullable UUID before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    List<ApiKey> found = keys.all(before, limit);
    return new KeyPage(
        found.stream().map(KeyView::of).toList(),
        found.size() < limit ? null : found.getLast().id());
  }

  private static Response shown(KeepKeys.Issued issued) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(new IssuedView(KeyRequest.shown(issued), KeyView.of(issued.key())))
        .build();
  }
}
