package gatehouse.gateway.output.store;

import gatehouse.journal.append.NewRow;
import java.util.List;

/** A new row of {@code gateway.output_content}. */
record ContentInsert(Table table, ContentRow content) implements NewRow {

  static Table in(String schema) {
    return new Table(
        schema + ".output_content",
        "output_id, version, part",
        List.of(
            new Column("output_id", Type.UUID),
            new Column("version", Type.BIGINT),
            new Column("part", Type.TEXT),
            new Column("nonce", Type.BYTEA),
            new Column("sealed", Type.BYTEA)));
  }

  @Override
  public List<Object> values() {
    return List.of(content.output, content.version, content.part, content.nonce, content.sealed);
  }
}
