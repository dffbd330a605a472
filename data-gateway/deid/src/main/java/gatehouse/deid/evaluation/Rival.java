package gatehouse.deid.evaluation;

import java.util.List;

/**
 * Another finder, scored beside the engine on the same texts. Found by {@link
 * java.util.ServiceLoader}, so that a rival with dependencies stays out of this jar.
 */
public interface Rival {
  /** Its name, with its version. */
  String name();

  /** Whether it claims to find names of persons; if not, it claims everything else. */
  boolean findsNames();

  /** What it finds. */
  List<Span> find(String text);
}
