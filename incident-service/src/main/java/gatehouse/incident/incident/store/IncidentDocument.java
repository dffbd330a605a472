package gatehouse.incident.incident.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.ReportedFacts;
import jakarta.persistence.AttributeConverter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What no query asks for.
 *
 * @param stateText plan, evidence, learning note or reason, as the state has one
 * @param mergedInto the original of a merged incident
 */
record IncidentDocument(
    ReportedFacts facts,
    @Nullable String stateText,
    @Nullable UUID mergedInto,
    Incident.@Nullable Lowering lowering) {

  /** Between the document and its column. */
  static class InJson implements AttributeConverter<IncidentDocument, String> {
    private static final JsonMapper JSON =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .build();

    @Override
    public String convertToDatabaseColumn(IncidentDocument document) {
      try {
        return JSON.writeValueAsString(document);
      } catch (JsonProcessingException _) {
        // Neither message nor cause: both may quote the narrative.
        throw new IllegalStateException("an incident could not be written as JSON");
      }
    }

    @Override
    public IncidentDocument convertToEntityAttribute(String column) {
      try {
        return JSON.readValue(column, IncidentDocument.class);
      } catch (JsonProcessingException _) {
        throw new IllegalStateException("a stored incident could not be read");
      }
    }
  }
}
