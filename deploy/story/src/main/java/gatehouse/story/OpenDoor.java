package gatehouse.story;

import gatehouse.story.admission.AdmissionChapter;
import gatehouse.story.stage.Chat;
import gatehouse.story.stage.Reply;
import gatehouse.story.stage.Stage;

/** The story up to where a model may be asked, for whoever wants to see what goes out, and when. */
public final class OpenDoor {
  private OpenDoor() {}

  /** Admits the story's applications and has its patient sign. */
  public static void open(Stage stage) {
    new AdmissionChapter().play(stage);
    new ConsentChapter().play(stage);
  }

  /** Asks an application once about the story's patient. */
  public static Reply ask(Chat chat, String application) {
    return chat.ask(application, Patient.note(), Calls.context(null));
  }
}
