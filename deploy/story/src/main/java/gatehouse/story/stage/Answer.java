package gatehouse.story.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What a service answered.
 *
 * @param asked what was asked, for messages
 * @param status HTTP status
 * @param headers the answer's headers
 * @param body parsed JSON; missing when there was none
 */
public record Answer(String asked, int status, HttpHeaders headers, JsonNode body) {

  /** This answer, when it has the status. */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new StoryBroken("%s: expected %d, got %d: %s".formatted(asked, expected, status, body));
    }
    return this;
  }

  /** This answer, when the text at the pointer (RFC 6901) is the expected one. */
  public Answer expect(String pointer, String expected) {
    String actual = body.at(pointer).asText();
    if (!actual.equals(expected)) {
      throw new StoryBroken(
          "%s: expected %s at %s, got %s in %s".formatted(asked, expected, pointer, actual, body));
    }
    return this;
  }

  /** This answer, when its body says the words somewhere. */
  public Answer expectSays(String words) {
    if (!body.toString().contains(words)) {
      throw new StoryBroken("%s: expected to read %s in %s".formatted(asked, words, body));
    }
    return this;
  }

  /** The text at the pointer, which must be there. */
  public String text(String pointer) {
    JsonNode node = body.at(pointer);
    if (node.isMissingNode() || node.isNull()) {
      throw new StoryBroken("%s: nothing at %s in %s".formatted(asked, pointer, body));
    }
    return node.asText();
  }
}
