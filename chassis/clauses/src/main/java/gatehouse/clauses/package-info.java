/**
 * Ties code and tests to the clauses they enforce and prove, so that nothing is claimed that no
 * test shows. Depends on nothing.
 */
package gatehouse.clauses;
