package gatehouse.gateway.permit.events;

/**
 * Data of {@code gatehouse.gateway.permit.unanswered.v1}; its subject is the output that there
 * never will be.
 */
record PermitUnanswered(String permitId, String application) {}
