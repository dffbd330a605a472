/**
 * What follows a withdrawal, which is in force already: every gateway and every system that holds
 * the person's data says so, the data are treated as the person wishes, and the person is told.
 * Steps have owners and deadlines; nothing here can hold a withdrawal up.
 */
@NullMarked
package gatehouse.consent.procedure;

import org.jspecify.annotations.NullMarked;
