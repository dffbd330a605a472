package gatehouse.incident.recovery.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import gatehouse.incident.recovery.Confirmation;
import gatehouse.incident.recovery.RecoveryItems;
import jakarta.persistence.AttributeConverter;
import java.util.List;

/** What no query asks for. */
record RecoveryDocument(RecoveryItems items, List<Confirmation> confirmations) {

  /** Between the document and its column. */
  static class InJson implements AttributeConverter<RecoveryDocument, String> {
    private static final JsonMapper JSON =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .build();

    @Override
    public String convertToDatabaseColumn(RecoveryDocument document) {
      try {
        return JSON.writeValueAsString(document);
      } catch (JsonProcessingException _) {
        // Neither message nor cause: both may quote free text.
        throw new IllegalStateException("a recovery evaluation could not be written as JSON");
      }
    }

    @Override
    public RecoveryDocument convertToEntityAttribute(String column) {
      try {
        return JSON.readValue(column, RecoveryDocument.class);
      } catch (JsonProcessingException _) {
        throw new IllegalStateException("a stored recovery evaluation could not be read");
      }
    }
  }
}
