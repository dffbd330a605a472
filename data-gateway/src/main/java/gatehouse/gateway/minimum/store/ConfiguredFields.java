package gatehouse.gateway.minimum.store;

import gatehouse.gateway.minimum.FieldPolicy;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The hospital's allow-list, else the one that comes along; a faulty file stops the start. */
final class ConfiguredFields {

  @Produces
  @Singleton
  @Startup
  FieldPolicy fields(@ConfigProperty(name = "gatehouse.minimal-fields") Optional<String> file) {
    return file.map(Path::of).map(FieldsFile::read).orElseGet(FieldsFile::shipped);
  }
}
