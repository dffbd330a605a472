package gatehouse.faults.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps every checkpoint that the services show while they are broken. */
public final class Witness implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path folder;
  private final Map<String, String> urls;
  private final Map<String, String> last = new HashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /** Watches the services of those names at those addresses. */
  public Witness(Path folder, Map<String, String> urls) {
    this.folder = folder;
    this.urls = urls;
    this.thread = Thread.ofPlatform().daemon().name("witness").start(this::run);
  }

  /** The file of what one service has shown, one checkpoint behind the other. */
  static Path file(Path folder, String service) {
    return folder.resolve(service + ".witness");
  }

  /** Looks once more and ends. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }

  private void run() {
    try {
      do {
        urls.forEach(this::look);
      } while (!stop.await(1, TimeUnit.SECONDS));
      urls.forEach(this::look);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(String service, String url) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + "/v1/journal/checkpoint"))
              .timeout(PATIENCE)
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200 && !answer.body().equals(last.put(service, answer.body()))) {
        keep(service, answer.body());
      }
    } catch (IOException _) {
      // It is being broken.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(String service, String note) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          file(folder, service), note, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
