package gatehouse.story.admission;

import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Chapter;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;

/** Chapter 1: two HIGH applications are admitted by a panel, a LOW one is filed by three checks. */
public final class AdmissionChapter implements Chapter {
  @Override
  public String title() {
    return "准入 Admission: a panel admits, three checks file";
  }

  @Override
  public void play(Stage stage) {
    Answer vendor =
        stage
            .person("li.secretary")
            .post(
                Part.ADMISSION,
                "/v1/vendors",
                """
                {"creditCode": "%s", "name": "示例医疗人工智能有限公司"}\
                """
                    .formatted(Product.VENDOR_A));
    // Whoever has tried the service's README first has registered the vendor already.
    stage.expect(vendor.status() == 201 || vendor.status() == 409, "no vendor: " + vendor);

    stage.narrator().says("A HIGH application, admitted with egress=DEIDENTIFIED:");
    Product.NOTE_ASSISTANT.register(stage);
    new StrictTrack(stage, Product.NOTE_ASSISTANT, "DEIDENTIFIED").play();

    stage.narrator().says("A second one, admitted without egress:");
    Product.DISCHARGE_SUMMARY.register(stage);
    new StrictTrack(stage, Product.DISCHARGE_SUMMARY, "NONE").play();

    stage.narrator().says("A LOW one, filed by three signers:");
    Product.WAYFINDING.register(stage);
    new FilingTrack(stage).play();

    stage.narrator().says("The physician who will use them is trained:");
    for (Product product : new Product[] {Product.NOTE_ASSISTANT, Product.DISCHARGE_SUMMARY}) {
      stage
          .person("feng.affairs")
          .post(
              Part.ADMISSION,
              "/v1/competences",
              """
              {"user": "qian.physician", "product": "%s", "validUntil": "2099-12-31"}\
              """
                  .formatted(product.name()))
          .expect(201);
    }
  }
}
