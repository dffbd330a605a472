package gatehouse.admission.tiering.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.admission.tiering.Ruleset;
import gatehouse.admission.tiering.Rulesets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the ruleset in force once; a ruleset that does not hold together stops the start. */
@ApplicationScoped
class FileRulesets implements Rulesets {
  private final Ruleset current;

  FileRulesets(ObjectMapper json, @ConfigProperty(name = "admission.ruleset") String version) {
    String file = "rulesets/" + version + ".json";
    try (InputStream stream =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("There is no ruleset " + file);
      }
      current = json.readValue(stream, Ruleset.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Ruleset current() {
    return current;
  }
}
