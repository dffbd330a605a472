package gatehouse.story;

import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import gatehouse.story.stage.StoryBroken;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The security team's live stream of blocks, listened to while something is blocked. */
final class BlockStream implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final HttpClient http;
  private final Stage stage;
  private final Stream<String> lines;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  private BlockStream(HttpClient http, Stage stage, Stream<String> lines) {
    this.http = http;
    this.stage = stage;
    this.lines = lines;
  }

  static BlockStream open(Stage stage) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(stage.places().of(Part.GATEWAY, "/v1/blocks/stream"))
            .header("Authorization", "Bearer " + stage.tokenOf("jiang.security"))
            .header("Accept", "text/event-stream")
            .build();
    try {
      HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
      if (answer.statusCode() != 200) {
        throw new StoryBroken("the stream of blocks answered " + answer.statusCode());
      }
      BlockStream stream = new BlockStream(http, stage, answer.body());
      Thread.ofVirtual().name("block-stream").start(stream::listen);
      return stream;
    } catch (IOException e) {
      throw new StoryBroken("the stream of blocks cannot be opened: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryBroken("interrupted while opening the stream of blocks");
    }
  }

  private void listen() {
    try {
      lines.filter(line -> line.startsWith("data:")).forEach(events::add);
    } catch (RuntimeException _) {
      // The stream ends when the chapter does.
    }
  }

  /** Both blocks of the chapter came, and neither repeats a word of the note. */
  void expectTwoWithoutText() {
    List<String> heard = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        String event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
          throw new StoryBroken("only " + heard.size() + " of 2 blocks came on the live stream");
        }
        heard.add(event);
        stage.narrator().exchange("jiang.security", "GET gateway /v1/blocks/stream", 200, event);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryBroken("interrupted while listening to blocks");
    }
    for (String identifier : Patient.identifiers()) {
      stage.expect(
          heard.stream().noneMatch(event -> event.contains(identifier)),
          "a block event repeats " + identifier);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    lines.close();
  }
}
