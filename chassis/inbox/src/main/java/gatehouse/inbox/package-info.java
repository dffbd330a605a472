/**
 * What other services wrote, taken once. This package is all that a service needs of it: a {@link
 * gatehouse.inbox.Receiver} per kind of news; {@link gatehouse.inbox.receive.Parked} for those who
 * must deny while something is parked. No domain word stands here.
 */
@NullMarked
package gatehouse.inbox;

import org.jspecify.annotations.NullMarked;
