package gatehouse.local.upstream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The process of both demonstration models, until TERM. */
public final class Models {
  private Models() {}

  /** Arguments: folder of the recordings, port in the house, port of the public cloud. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path recordings = Path.of(arguments[0]);
    DemonstrationModel.start(
        "in-house", Integer.parseInt(arguments[1]), recordings.resolve("in-house.log"));
    DemonstrationModel.start(
        "public-cloud", Integer.parseInt(arguments[2]), recordings.resolve("public-cloud.log"));
    new CountDownLatch(1).await();
  }
}
