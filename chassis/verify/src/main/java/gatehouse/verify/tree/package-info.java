/** Merkle trees and their proofs as RFC 9162 defines them. */
@NullMarked
package gatehouse.verify.tree;

import org.jspecify.annotations.NullMarked;
