/**
 * What an AI said here. Each delivered answer is registered as pending; only a licensed physician
 * confirms, edits or rejects it, so that a person decides (G-27, G-28) and a stripped label shows
 * (G-32). The text itself stands encrypted in the store and nowhere else.
 */
@NullMarked
package gatehouse.gateway.output;

import org.jspecify.annotations.NullMarked;
