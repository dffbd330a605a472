package gatehouse.faults.load;

import java.io.IOException;

/** One kind of request that must leave an entry in a journal. */
interface Deed {
  /** The service that is asked. */
  String service();

  /** The type of the entry that it must leave. */
  String type();

  /**
   * Does it once.
   *
   * @return what was acknowledged
   * @throws IOException when no answer came, or one that promises nothing: the entry may exist
   */
  Acknowledged act() throws IOException, InterruptedException;
}
