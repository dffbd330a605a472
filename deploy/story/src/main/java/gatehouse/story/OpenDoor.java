package gatehouse.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.story.admission.AdmissionChapter;
import gatehouse.story.stage.Chat;
import gatehouse.story.stage.Reply;
import gatehouse.story.stage.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The story up to where a model may be asked, for whoever wants to see what goes out, and when. */
public final class OpenDoor {
  /** The application that is asked. */
  public static final String APPLICATION = "note-assistant";

  private OpenDoor() {}

  /** Admits the story's applications and has its patient sign for the one that is asked. */
  public static void open(Stage stage) {
    new AdmissionChapter().play(stage);
    Scopes.sign(stage, Scopes.publish(stage, APPLICATION));
  }

  /** The same question as JSON, whose answer is to come as a stream. */
  public static String streamed() {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("stream", true);
    question.put("model", APPLICATION);
    question.put("messages", List.of(Map.of("role", "user", "content", Patient.note())));
    question.put("gatehouse", Calls.context(null));
    try {
      return new ObjectMapper().writeValueAsString(question);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists can be written", e);
    }
  }

  /** Asks once about the story's patient; the model in the house answers. */
  public static Reply ask(Chat chat) {
    return chat.ask(APPLICATION, Patient.note(), Calls.context(null));
  }
}
