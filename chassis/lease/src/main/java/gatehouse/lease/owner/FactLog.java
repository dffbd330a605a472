package gatehouse.lease.owner;

import gatehouse.lease.Fact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The deny-type facts of an owner, counted by a version that grows with each commit. */
public interface FactLog {

  /** The version of what is committed; asked many times a second. */
  long version(Connection connection) throws SQLException;

  /** What a holder needs that has nothing yet. */
  Facts all();

  /** What a holder needs that has applied everything up to the version. */
  Facts since(long version);

  /**
   * Facts of one moment.
   *
   * @param version of that moment
   * @param complete true: a holder forgets what it has and takes these
   */
  record Facts(long version, boolean complete, List<Fact> facts) {
    public Facts {
      facts = List.copyOf(facts);
    }
  }
}
