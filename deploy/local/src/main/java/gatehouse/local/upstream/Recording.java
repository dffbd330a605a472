package gatehouse.local.upstream;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file in which a model keeps what it received: request line, headers and body as they came.
 */
final class Recording {
  private final Path file;

  Recording(Path file) {
    this.file = file;
  }

  synchronized void add(HttpExchange exchange, byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder();
    head.append(exchange.getRequestMethod())
        .append(' ')
        .append(exchange.getRequestURI())
        .append(' ')
        .append(exchange.getProtocol())
        .append('\n');
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            values.forEach(value -> head.append(name).append(": ").append(value).append('\n')));
    // The JDK's server hands headers over as Latin-1, byte for byte.
    bytes.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    bytes.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
    Files.write(file, bytes.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  synchronized byte[] bytes() throws IOException {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  synchronized void forget() throws IOException {
    Files.deleteIfExists(file);
  }
}
