package gatehouse.consent.procedure;

import java.time.Instant;
import java.util.UUID;

/**
 * A step that is not done in time.
 *
 * @param owner the role that was to do it
 * @param round how often that was said of the step, this time included
 */
public record Overdue(UUID withdrawal, Step step, String owner, Instant dueAt, int round) {}
