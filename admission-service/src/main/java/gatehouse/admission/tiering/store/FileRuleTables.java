package gatehouse.admission.tiering.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.admission.tiering.RuleTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;

@ApplicationScoped
class FileRuleTables implements RuleTables {
  private final ObjectMapper json;

  FileRuleTables(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public <T> T read(String folder, String version, Class<T> table) {
    String file = folder + "/" + version + ".json";
    try (InputStream stream =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("There is no rule table " + file);
      }
      return json.readValue(stream, table);
    } catch (IOException e) {
      throw new IllegalStateException("The rule table " + file + " cannot be read", e);
    }
  }
}
