/**
 * Keyed references for people who must not be named: the same person has the same reference in
 * every service of one hospital, and nobody without the hospital's key can compute or reverse it.
 */
@NullMarked
package gatehouse.pseudonym;

import org.jspecify.annotations.NullMarked;
