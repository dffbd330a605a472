package gatehouse.story.admission;

import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Chapter;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;

/** Chapter 2: a vendor sees its own products and nobody else's; the public sees the register. */
public final class VendorChapter implements Chapter {
  private static final String PATH = "/v1/vendor/applications";

  @Override
  public String title() {
    return "厂商 Vendor: own products only";
  }

  @Override
  public void play(Stage stage) {
    stage
        .machine("vendor-a")
        .get(Part.ADMISSION, PATH)
        .expect(200)
        .expectSays("note-assistant")
        .expectSays("ACTIVE");
    stage.narrator().says("Another vendor sees nothing of it:");
    Answer other = stage.machine("vendor-b").get(Part.ADMISSION, PATH).expect(200);
    stage.expect(
        other.body().isArray() && other.body().isEmpty(), "vendor B saw vendor A's products");
    stage.narrator().says("The public register needs no login:");
    stage.anybody().get(Part.ADMISSION, "/v1/register").expect(200).expectSays("wayfinding");
  }
}
