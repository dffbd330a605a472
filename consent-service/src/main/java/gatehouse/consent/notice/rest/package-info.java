/** Notices and their receipts over HTTP. */
@NullMarked
package gatehouse.consent.notice.rest;

import org.jspecify.annotations.NullMarked;
