package gatehouse.gateway.upstream.store;

import gatehouse.gateway.upstream.Deployments;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The deployments of this gateway; a file that cannot be used stops the start. */
final class ConfiguredDeployments {

  @Produces
  @Singleton
  @Startup
  Deployments deployments(
      @ConfigProperty(name = "gatehouse.upstreams") String file, Config config) {
    return UpstreamsFile.read(
        Path.of(file), variable -> config.getOptionalValue(variable, String.class).orElse(null));
  }
}
