package gatehouse.documents;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/**
 * How a record lies in a JSON column: its components and nothing else, times in ISO 8601. It is
 * read as strictly as it was written.
 *
 * <p>What fails says which record could not be written or read, with neither message nor cause of
 * the JSON library: both quote what stands there.
 */
@JsonFormat
@PersistenceUnitExtension
public final class DocumentFormat extends AbstractJsonFormatMapper {
  // A buffer that is used again would still hold what was read or written before.
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build())
          .addModule(new JavaTimeModule())
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // Hibernate's signature.
  protected <T> T fromString(CharSequence text, Type type) {
    try {
      return JSON.readValue(text.toString(), JSON.constructType(type));
    } catch (JsonProcessingException _) {
      throw new IllegalStateException("a stored " + type.getTypeName() + " could not be read");
    }
  }

  @Override
  protected <T> String toString(T document, Type type) {
    try {
      return JSON.writerFor(JSON.constructType(type)).writeValueAsString(document);
    } catch (JsonProcessingException _) {
      throw new IllegalStateException(type.getTypeName() + " could not be written as JSON");
    }
  }
}
