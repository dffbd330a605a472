/**
 * The suite's own story, told once and used three times: as the demonstration ({@code ./suite
 * demo}), as the test over the packaged services, and as the README's first example.
 *
 * <p>It speaks to the services as the hospital's systems do: over HTTP, with tokens of the realm,
 * and through the official OpenAI client.
 */
@NullMarked
package gatehouse.story;

import org.jspecify.annotations.NullMarked;
