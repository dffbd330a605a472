package gatehouse.gateway.permit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Permits that another system got, so that what it does with them can be held against them. */
public interface GrantedPermits {
  void keep(Granted granted);

  Optional<Granted> find(UUID id);

  /**
   * One of them, with the facts of its moment; people stand in it as references.
   *
   * @param client who asked
   * @param userRef who uses the application and answers for what it says
   */
  record Granted(
      UUID id,
      String client,
      String application,
      @Nullable String applicationId,
      @Nullable String productDigest,
      @Nullable String product,
      @Nullable String vendor,
      @Nullable String department,
      @Nullable String subjectRef,
      @Nullable String encounterRef,
      @Nullable String userRef,
      Instant decidedAt) {}
}
