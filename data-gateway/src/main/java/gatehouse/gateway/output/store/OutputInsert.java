package gatehouse.gateway.output.store;

import gatehouse.gateway.output.Output;
import gatehouse.journal.append.NewRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new row of {@code gateway.output}: one that nobody judged yet. */
record OutputInsert(String schema, Output output) implements NewRow {
  private static final String COLUMNS =
      "id, version, permit_id, application, application_id, product_digest, product, vendor,"
          + " department, deployment, subject_ref, encounter_ref, user_ref, input_digest,"
          + " produced_digest, characters, complete, held, digest, state, registered_at";
  private static final String MARKS =
      "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

  @Override
  public String insert() {
    return "insert into %s.output (%s) values (%s) on conflict (id) do nothing"
        .formatted(schema, COLUMNS, MARKS);
  }

  @Override
  public void bind(PreparedStatement row) throws SQLException {
    int i = 1;
    for (Object value : values()) {
      row.setObject(i++, value);
    }
  }

  /** In the order of the columns. */
  private List<@Nullable Object> values() {
    Output.Origin origin = output.origin();
    Output.About about = output.about();
    Output.Produced produced = output.produced();
    return Arrays.asList(
        output.id(),
        output.version(),
        origin.permitId(),
        origin.application(),
        origin.applicationId(),
        origin.productDigest(),
        origin.product(),
        origin.vendor(),
        origin.department(),
        origin.deployment(),
        about.subjectRef(),
        about.encounterRef(),
        about.userRef(),
        produced.inputDigest(),
        produced.digest(),
        produced.characters(),
        produced.complete(),
        produced.held(),
        output.digest(),
        output.state().name().name(),
        output.registeredAt().atOffset(ZoneOffset.UTC));
  }
}
