/**
 * What exactly one instance of a service does at a time. The lock that makes an instance the only
 * one lives and dies with a connection of its own, on which the work is done: nothing can be
 * written by an instance that merely believes to hold it.
 */
@NullMarked
package gatehouse.duty;

import org.jspecify.annotations.NullMarked;
