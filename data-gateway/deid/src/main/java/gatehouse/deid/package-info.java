/**
 * The de-identification engine: finds what identifies a person in clinical text and replaces it as
 * a policy says. {@link gatehouse.deid.Deidentifier} is the door; every other package below is one
 * stage of the way through it.
 */
@NullMarked
package gatehouse.deid;

import org.jspecify.annotations.NullMarked;
