package gatehouse.story;

import gatehouse.story.admission.AdmissionChapter;
import gatehouse.story.stage.Chat;
import gatehouse.story.stage.Reply;
import gatehouse.story.stage.Stage;

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

  /** Asks once about the story's patient; the model in the house answers. */
  public static Reply ask(Chat chat) {
    return chat.ask(APPLICATION, Patient.note(), Calls.context(null));
  }
}
