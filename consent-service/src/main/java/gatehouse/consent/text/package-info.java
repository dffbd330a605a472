/**
 * The words that people are shown: in two languages, linted, and kept under the digest of their
 * bytes so that what was shown can be rebuilt byte for byte.
 */
@NullMarked
package gatehouse.consent.text;

import org.jspecify.annotations.NullMarked;
