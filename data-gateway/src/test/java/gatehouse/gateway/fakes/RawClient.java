package gatehouse.gateway.fakes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;

/** Sends the gateway bytes that no client library would send. */
public final class RawClient {
  private static final int SILENCE_MILLIS = 1_500;

  private RawClient() {}

  /** Sends characters as single bytes, and reads until the gateway has nothing more to say. */
  public static String send(String request) throws IOException {
    Gateway.called(request.split(" ", -1)[1], request);
    URI gateway = URI.create(Gateway.url());
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket.setSoTimeout(SILENCE_MILLIS);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      try {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
          answer.write(buffer, 0, n);
        }
      } catch (SocketTimeoutException _) {
        // The connection stays open for a next request.
      } catch (SocketException _) {
        // The gateway hung up before it had read everything.
      }
      return answer.toString(UTF_8);
    }
  }
}
