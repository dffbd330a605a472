package gatehouse.gateway.output.store;

import gatehouse.journal.append.NewRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A new row of {@code gateway.output_content}. */
record ContentInsert(String schema, ContentRow content) implements NewRow {

  @Override
  public String insert() {
    return "insert into "
        + schema
        + ".output_content (output_id, version, part, key_id, nonce, sealed)"
        + " values (?, ?, ?, ?, ?, ?) on conflict (output_id, version, part) do nothing";
  }

  @Override
  public void bind(PreparedStatement row) throws SQLException {
    row.setObject(1, content.output);
    row.setLong(2, content.version);
    row.setString(3, content.part.name());
    row.setString(4, content.keyId);
    row.setBytes(5, content.nonce);
    row.setBytes(6, content.sealed);
  }
}
