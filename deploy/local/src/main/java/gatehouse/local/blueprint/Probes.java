package gatehouse.local.blueprint;

import gatehouse.embedded.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** The kinds of probes. Each asks for what the others will need, not only for an open port. */
final class Probes {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

  private Probes() {}

  /** All addresses answer 200. */
  static Probe answers(String... urls) {
    return () -> List.of(urls).stream().allMatch(Probes::answersOk);
  }

  /** The server lets its administrator in. */
  static Probe letsIn(int port) {
    return () -> {
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=2";
      try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
        return connection.isValid(2);
      } catch (SQLException _) {
        return false;
      }
    };
  }

  /** The broker lets its operator in and has all the topics. */
  static Probe hasTopics(int port, Map<String, String> operator, Set<String> topics) {
    return () -> {
      if (Ports.isFree(port)) {
        return false;
      }
      Map<String, Object> settings = new HashMap<>(operator);
      settings.put("bootstrap.servers", "127.0.0.1:" + port);
      settings.put("request.timeout.ms", "2000");
      settings.put("default.api.timeout.ms", "3000");
      try (Admin admin = Admin.create(settings)) {
        return admin
            .listTopics()
            .names()
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .containsAll(topics);
      } catch (ExecutionException | TimeoutException _) {
        return false;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }

  private static boolean answersOk(String url) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
