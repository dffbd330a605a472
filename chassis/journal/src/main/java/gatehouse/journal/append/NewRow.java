package gatehouse.journal.append;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A new row of the service's own that exists exactly if the entry that tells of it exists. */
public interface NewRow {

  /**
   * The insert, the same words for every row of a kind, so that the rows of all who share a commit
   * go in one batch. A row that is there already under its key must stay as it is ({@code ON
   * CONFLICT (key) DO NOTHING}): rows whose commit was in doubt are written again.
   */
  String insert();

  /** Sets the parameters of {@link #insert}. */
  void bind(PreparedStatement row) throws SQLException;
}
