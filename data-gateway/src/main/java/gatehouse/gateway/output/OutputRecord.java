package gatehouse.gateway.output;

import gatehouse.gateway.permit.Caller;
import gatehouse.pseudonym.Pseudonym;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivered answer, without its text.
 *
 * @param id also the {@code ProduceID} of the label
 * @param productDigest the admitted version
 * @param user who uses the application and answers for the output
 * @param contentDigest SHA-256 of the delivered text, label included
 * @param characters its length in UTF-16 units
 * @param complete false when the stream broke off
 */
public record OutputRecord(
    UUID id,
    UUID permitId,
    Caller caller,
    String application,
    @Nullable String productDigest,
    @Nullable Pseudonym subject,
    @Nullable String encounter,
    @Nullable String user,
    String deployment,
    String contentDigest,
    long characters,
    boolean complete) {}
