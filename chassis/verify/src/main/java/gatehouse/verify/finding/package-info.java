/**
 * What was done to an export that is not what the witness saw, named as exactly as hashes allow:
 * whatever was put in or moved can be taken back and tried, what was edited or taken out cannot.
 */
@NullMarked
package gatehouse.verify.finding;

import org.jspecify.annotations.NullMarked;
