package gatehouse.admission.tiering;

/** The rule tables of this service as they were shipped: data, by folder and version. */
public interface RuleTables {
  /**
   * One version of a table.
   *
   * @throws IllegalStateException when there is none of that name or it does not hold together
   */
  <T> T read(String folder, String version, Class<T> table);
}
