package gatehouse.incident.failover.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.failover.Encounter;
import gatehouse.incident.failover.Route;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What no query asks for.
 *
 * @param mode how the run ended up, once its encounters are handled
 */
record FailoverDocument(
    List<Route> routes, FailoverPlan.@Nullable Mode mode, List<Encounter> encounters) {

  /** Between the document and its column. */
  static class InJson implements AttributeConverter<FailoverDocument, String> {
    private static final JsonMapper JSON =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .build();

    @Override
    public String convertToDatabaseColumn(FailoverDocument document) {
      try {
        return JSON.writeValueAsString(document);
      } catch (JsonProcessingException _) {
        // Neither message nor cause: both may quote an encounter number.
        throw new IllegalStateException("a fail-over run could not be written as JSON");
      }
    }

    @Override
    public FailoverDocument convertToEntityAttribute(String column) {
      try {
        return JSON.readValue(column, FailoverDocument.class);
      } catch (JsonProcessingException _) {
        throw new IllegalStateException("a stored fail-over run could not be read");
      }
    }
  }
}
