package gatehouse.story;

import gatehouse.story.stage.Caller;
import gatehouse.story.stage.Chapter;
import gatehouse.story.stage.Chat;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;

/** Chapter 6: the patient takes it back, and the next call is refused. */
final class WithdrawalChapter implements Chapter {
  @Override
  public String title() {
    return "撤回 Withdrawal: the patient says no";
  }

  @Override
  public void play(Stage stage) {
    Caller patient = stage.person("patient.demo");
    String withdrawal =
        patient
            .post(
                Part.CONSENT,
                "/v1/withdrawals",
                """
                {"covers": {"kind": "ALL_AI"}, "channel": "PATIENT_PAGE", "wish": "STOP_USE"}\
                """)
            .expect(201)
            .text("/withdrawalId");
    Enforcement.await(stage, patient, Part.CONSENT, "/v1/withdrawals/" + withdrawal);
    try (Chat his = stage.chat("his")) {
      his.ask("note-assistant", Patient.note(), Calls.context(null))
          .refusedSaying("WITHDRAWN", "E-39", "manualRoute");
      his.ask("discharge-summary", Patient.note(), Calls.context(null))
          .refusedSaying("WITHDRAWN", "E-39");
    }
  }
}
