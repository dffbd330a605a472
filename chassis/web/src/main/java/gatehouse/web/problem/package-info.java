/**
 * Turns every exception that leaves a resource into a problem document that says what to do and
 * nothing about the inside.
 */
@NullMarked
package gatehouse.web.problem;

import org.jspecify.annotations.NullMarked;
