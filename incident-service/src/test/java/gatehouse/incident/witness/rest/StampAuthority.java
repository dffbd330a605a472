package gatehouse.incident.witness.rest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time-stamping authority that the service is configured with. The test runs in another class
 * loader than this resource, so it speaks to the authority over HTTP.
 */
public final class StampAuthority implements QuarkusTestResourceLifecycleManager {
  /** The setting under which a test finds the authority's address. */
  public static final String URL = "incident.witness.stamp.url";

  private @Nullable TestAuthority authority;

  @Override
  public Map<String, String> start() {
    try {
      TestAuthority started = new TestAuthority(InstantSource.system());
      authority = started;
      Path certificate = started.certificateIn(Files.createTempDirectory("stamp-authority"));
      return Map.of(
          URL,
          started.url().toString(),
          "incident.witness.stamp.certificate",
          certificate.toString());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    if (authority != null) {
      authority.close();
    }
  }
}
