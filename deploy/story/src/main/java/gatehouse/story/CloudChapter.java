package gatehouse.story;

import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Chapter;
import gatehouse.story.stage.Chat;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Reply;
import gatehouse.story.stage.Stage;

/**
 * Chapter 4: the public cloud gets the question without the patient, and nothing at all where the
 * policy or the admission decision says so.
 */
final class CloudChapter implements Chapter {
  private static final int EXCERPT = 150;
  private static final String LABEL = "内容由AI生成";

  @Override
  public String title() {
    return "公有云 Public cloud: the question without the patient";
  }

  @Override
  public void play(Stage stage) {
    try (Chat his = stage.chat("his");
        BlockStream blocks = BlockStream.open(stage)) {
      answeredAndRestored(
          stage, his.ask("note-assistant", Patient.note(), Calls.context("public-cloud")));
      stage.narrator().says("The same as a stream of events:");
      answeredAndRestored(
          stage, his.stream("note-assistant", Patient.note(), Calls.context("public-cloud")));
      cloudKnowsNobody(stage);

      stage.narrator().says("Under the policy refuse, any finding blocks:");
      his.ask("note-assistant", Patient.note(), Calls.context("public-cloud-strict"))
          .refusedSaying("gatehouse");
      stage.narrator().says("Without egress in the admission decision, nothing leaves:");
      his.ask("discharge-summary", Patient.note(), Calls.context("public-cloud"))
          .refusedSaying("gatehouse");
      cloudKnowsNobody(stage);

      stage.narrator().says("The security team sees the blocks as they happen, by type counts:");
      blocks.expectTwoWithoutText();
    }
  }

  private static void answeredAndRestored(Stage stage, Reply reply) {
    Reply.Answered answered = reply.answered();
    stage.expect(
        answered.content().contains(Patient.NAME),
        "the answer does not name the patient again: " + answered.content());
    stage.expect(answered.content().contains(LABEL), "the answer is not labelled as AI-made");
    stage.expect(answered.aigc().contains("Label"), "the answer carries no aigc object");
  }

  private static void cloudKnowsNobody(Stage stage) {
    Answer recorded = stage.anybody().get(Part.PUBLIC_CLOUD, "/recorded").expect(200);
    String bytes =
        recorded.body().isTextual() ? recorded.body().asText() : recorded.body().toString();
    stage.expect(bytes.contains("左氧氟沙星"), "the cloud did not even get the question");
    for (String identifier : Patient.identifiers()) {
      stage.expect(!bytes.contains(identifier), "the public cloud has read " + identifier);
    }
    stage.narrator().says("The public cloud has read nobody's name or number, but:");
    int note = bytes.indexOf("入院记录");
    stage.narrator().says("  " + bytes.substring(note, note + EXCERPT).replace("\\n", " ") + "…");
  }
}
