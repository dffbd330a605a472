package gatehouse.gateway.output.store;

import gatehouse.journal.append.NewRow;
import java.util.List;

/** A new row of {@code gateway.output_key}. */
record KeyInsert(Table table, KeyRow key) implements NewRow {

  static Table in(String schema) {
    return new Table(
        schema + ".output_key",
        "output_id",
        List.of(
            new Column("output_id", Type.UUID),
            new Column("key_id", Type.TEXT),
            new Column("nonce", Type.BYTEA),
            new Column("wrapped", Type.BYTEA)));
  }

  @Override
  public List<Object> values() {
    return List.of(key.output, key.keyId, key.nonce, key.wrapped);
  }
}
