package gatehouse.verify.finding;

import gatehouse.verify.tree.Tree;

/**
 * Up to where a history is certain.
 *
 * @param tree over all that is certain; is not changed
 * @param offset where in the export the first line begins that is not
 */
public record Ground(Tree tree, long offset) {

  /** Before the first entry everything is certain. */
  public static Ground nothing() {
    return new Ground(new Tree(), 0);
  }

  /** How many entries that are. */
  public long size() {
    return tree.size();
  }
}
