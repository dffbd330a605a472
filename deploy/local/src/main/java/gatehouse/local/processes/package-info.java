/**
 * Starts the parts of a blueprint, watches them, stops them so that nothing stays behind, and finds
 * what a killed run did leave behind.
 */
@NullMarked
package gatehouse.local.processes;

import org.jspecify.annotations.NullMarked;
