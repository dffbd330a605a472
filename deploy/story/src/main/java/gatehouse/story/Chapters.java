package gatehouse.story;

import gatehouse.story.admission.AdmissionChapter;
import gatehouse.story.admission.VendorChapter;
import gatehouse.story.proof.ProofChapter;
import gatehouse.story.stage.Chapter;
import java.util.List;

/** The whole story in its order. */
final class Chapters {
  private Chapters() {}

  /**
   * All chapters.
   *
   * @param restart how the whole suite is restarted in the middle; or why not
   */
  static List<Chapter> all(Restart restart) {
    return List.of(
        new AdmissionChapter(),
        new VendorChapter(),
        new ConsentChapter(),
        new CloudChapter(),
        new StopChapter(restart),
        new WithdrawalChapter(),
        new ProofChapter(Patient.identifiers()));
  }
}
