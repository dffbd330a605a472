package gatehouse.gateway.output.store;

import gatehouse.gateway.output.Output;
import gatehouse.journal.append.NewRow;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new row of {@code gateway.output}: one that nobody judged yet. */
record OutputInsert(Table table, Output output) implements NewRow {

  static Table in(String schema) {
    return new Table(
        schema + ".output",
        "id",
        List.of(
            new Column("id", Type.UUID),
            new Column("version", Type.BIGINT),
            new Column("permit_id", Type.UUID),
            new Column("application", Type.TEXT),
            new Column("application_id", Type.TEXT),
            new Column("product_digest", Type.TEXT),
            new Column("product", Type.TEXT),
            new Column("vendor", Type.TEXT),
            new Column("department", Type.TEXT),
            new Column("deployment", Type.TEXT),
            new Column("subject_ref", Type.TEXT),
            new Column("encounter_ref", Type.TEXT),
            new Column("user_ref", Type.TEXT),
            new Column("input_digest", Type.TEXT),
            new Column("produced_digest", Type.TEXT),
            new Column("characters", Type.BIGINT),
            new Column("complete", Type.BOOLEAN),
            new Column("held", Type.BOOLEAN),
            new Column("digest", Type.TEXT),
            new Column("state", Type.TEXT),
            new Column("registered_at", Type.TIMESTAMPTZ)));
  }

  @Override
  public List<@Nullable Object> values() {
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
        output.state().name(),
        output.registeredAt());
  }
}
