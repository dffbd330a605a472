/**
 * Who is on duty. On duty means a valid token with a role of the hospital; what a person may do is
 * decided by roles and department, never by a list of names.
 */
@NullMarked
package gatehouse.incident.duty;

import org.jspecify.annotations.NullMarked;
