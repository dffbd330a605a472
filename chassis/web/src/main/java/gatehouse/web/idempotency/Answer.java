package gatehouse.web.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The first answer to a request, kept to be given again.
 *
 * @param status below 400: refused requests leave nothing
 * @param body JSON, or null when the answer had none
 * @param location the Location header
 * @param tag the ETag header
 */
record Answer(int status, @Nullable String body, @Nullable String location, @Nullable String tag) {}
