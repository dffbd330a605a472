package gatehouse.gateway.upstream;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A place that speaks OpenAI's protocol.
 *
 * @param name as the file names it
 * @param url base, such as {@code https://llm.hospital.example/v1}, without a slash at its end
 * @param country ISO 3166-1 alpha-2
 * @param policy set exactly for {@link Zone#PUBLIC}
 */
public record Upstream(
    String name,
    URI url,
    Zone zone,
    String country,
    @Nullable EgressPolicy policy,
    Credential credential) {}
