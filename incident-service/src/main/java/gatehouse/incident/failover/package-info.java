/**
 * What takes over when an application is stopped, and who looks after the patients in between
 * (G-52..G-54): a backup application that is checked when it is needed, otherwise the manual route,
 * and a list of encounters in flight of which each is closed by a person.
 */
@NullMarked
package gatehouse.incident.failover;

import org.jspecify.annotations.NullMarked;
