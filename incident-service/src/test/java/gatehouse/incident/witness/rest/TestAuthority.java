package gatehouse.incident.witness.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gatehouse.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A real time-stamping authority, on loopback, with a certificate of its own, that can be told to
 * misbehave: {@code POST /mode/<mode>}. {@code GET /asked} says how often it was asked since.
 */
final class TestAuthority implements AutoCloseable {
  static final Instant TIME = Instant.parse("2026-11-22T00:00:00Z");

  /** How it answers. */
  enum Mode {
    GOOD,
    /** Hangs up without a word. */
    AWAY,
    /** Stamps something else than it was asked to. */
    OTHER_IMPRINT,
    /** Answers another request than the one it got. */
    OTHER_NONCE
  }

  private final KeyPair keys;
  private final X509Certificate certificate;
  private final HttpServer server;
  private final InstantSource time;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Mode mode = Mode.GOOD;

  TestAuthority() {
    this(InstantSource.fixed(TIME));
  }

  TestAuthority(InstantSource time) {
    this.time = time;
    try {
      keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
      certificate = certificate();
      server = HttpServer.create(new InetSocketAddress(Ports.loopback(), 0), 8);
      server.createContext("/", this::answer);
      server.createContext("/mode/", this::behave);
      server.createContext("/asked", this::tellAsked);
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
  }

  Path certificateIn(Path folder) throws Exception {
    Path file = folder.resolve("tsa-" + server.getAddress().getPort() + ".pem");
    Files.writeString(
        file,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    return file;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private X509Certificate certificate() throws Exception {
    X500Name name = new X500Name("CN=Test authority");
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(TIME.minus(Duration.ofDays(1))),
            Date.from(TIME.plus(Duration.ofDays(3650))),
            name,
            keys.getPublic());
    builder.addExtension(
        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }

  void mode(Mode next) {
    mode = next;
    asked.set(0);
  }

  private void behave(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    mode(Mode.valueOf(path.substring(path.lastIndexOf('/') + 1)));
    say(exchange, "");
  }

  private void tellAsked(HttpExchange exchange) throws IOException {
    say(exchange, asked.toString());
  }

  private static void say(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      TimeStampRequest request = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
      asked.incrementAndGet();
      Mode now = mode;
      if (now == Mode.AWAY) {
        return;
      }
      byte[] answer =
          new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED)
              .generate(understood(request, now), BigInteger.TWO, Date.from(time.instant()))
              .getEncoded();
      exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static TimeStampRequest understood(TimeStampRequest request, Mode mode)
      throws IOException {
    byte[] imprint = request.getMessageImprintDigest();
    BigInteger nonce = request.getNonce();
    TimeStampRequestGenerator other = new TimeStampRequestGenerator();
    other.setCertReq(true);
    return switch (mode) {
      case GOOD, AWAY -> request;
      case OTHER_IMPRINT -> other.generate(TSPAlgorithms.SHA256, new byte[imprint.length], nonce);
      case OTHER_NONCE -> other.generate(TSPAlgorithms.SHA256, imprint, nonce.add(BigInteger.ONE));
    };
  }

  private TimeStampTokenGenerator tokens() throws Exception {
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .build("SHA256withECDSA", keys.getPrivate(), certificate),
            new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
            new ASN1ObjectIdentifier("1.2.3.4"));
    tokens.addCertificates(new JcaCertStore(List.of(certificate)));
    return tokens;
  }
}
