/**
 * The only way back (G-55): a root cause, a fix, the full suite rerun against the baseline on
 * exactly the digest that is to start again, a clinical sample check, for HIGH a panel round, two
 * confirmers of two roles, and then a lift on the same day. One item missing means no.
 */
@NullMarked
package gatehouse.incident.recovery;

import org.jspecify.annotations.NullMarked;
