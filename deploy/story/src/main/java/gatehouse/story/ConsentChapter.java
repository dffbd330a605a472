package gatehouse.story;

import gatehouse.story.stage.Chapter;
import gatehouse.story.stage.Chat;
import gatehouse.story.stage.Stage;

/**
 * Chapter 3: nobody asked the patient, so the call is refused; the patient signs, it goes through.
 */
final class ConsentChapter implements Chapter {
  @Override
  public String title() {
    return "知情同意 Consent: not asked, not used";
  }

  @Override
  public void play(Stage stage) {
    try (Chat his = stage.chat("his")) {
      stage.narrator().says("The hospital information system asks; the patient was not asked:");
      his.ask("note-assistant", Patient.note(), Calls.context(null))
          .refusedSaying("CONSENT_REQUIRED", "G-37", "manualRoute");

      String scope = Scopes.publish(stage, "note-assistant");
      Scopes.sign(stage, scope);
      String other = Scopes.publish(stage, "discharge-summary");
      Scopes.sign(stage, other);

      stage.narrator().says("The same call again:");
      his.ask("note-assistant", Patient.note(), Calls.context(null)).answered();
    }
  }
}
