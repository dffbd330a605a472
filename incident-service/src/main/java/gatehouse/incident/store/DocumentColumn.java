package gatehouse.incident.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;

/**
 * Between a document and its column. A failure names the kind of document only: message and cause
 * of the library may quote a narrative or an encounter number.
 *
 * @param <T> the document, a record of plain values
 */
public abstract class DocumentColumn<T> implements AttributeConverter<T, String> {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .build();

  private final Class<T> type;

  /** A column of documents of this type. */
  protected DocumentColumn(Class<T> type) {
    this.type = type;
  }

  @Override
  public final String convertToDatabaseColumn(T document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException _) {
      throw new IllegalStateException("not to be written as JSON: " + type.getSimpleName());
    }
  }

  @Override
  public final T convertToEntityAttribute(String column) {
    try {
      return JSON.readValue(column, type);
    } catch (JsonProcessingException _) {
      throw new IllegalStateException("stored, but not to be read: " + type.getSimpleName());
    }
  }
}
