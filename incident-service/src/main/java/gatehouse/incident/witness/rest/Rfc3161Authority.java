package gatehouse.incident.witness.rest;

import gatehouse.incident.witness.KeptCheckpoint;
import gatehouse.incident.witness.Stamp;
import gatehouse.incident.witness.TimeStampAuthority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** An authority over HTTP (RFC 3161, 3.4), believed for its one configured certificate. */
@ApplicationScoped
class Rfc3161Authority implements TimeStampAuthority {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int NONCE_BITS = 64;

  private final @Nullable URI url;
  private final @Nullable X509Certificate certificate;
  private final SecureRandom random = new SecureRandom();

  Rfc3161Authority(
      @ConfigProperty(name = "incident.witness.stamp.url") Optional<URI> url,
      @ConfigProperty(name = "incident.witness.stamp.certificate") Optional<Path> certificate) {
    if (url.isPresent() != certificate.isPresent()) {
      throw new IllegalArgumentException(
          "incident.witness.stamp.url and incident.witness.stamp.certificate (a PEM file) are set"
              + " together or not at all");
    }
    this.url = url.orElse(null);
    this.certificate = certificate.map(Rfc3161Authority::read).orElse(null);
  }

  @Override
  public boolean isConfigured() {
    return url != null;
  }

  @Override
  public Stamp stamp(KeptCheckpoint checkpoint) {
    try {
      TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      TimeStampRequest request =
          generator.generate(
              TSPAlgorithms.SHA256,
              MessageDigest.getInstance("SHA-256")
                  .digest(checkpoint.note().getBytes(StandardCharsets.UTF_8)),
              new BigInteger(NONCE_BITS, random));
      TimeStampToken token = checked(request, ask(request.getEncoded()));
      return new Stamp(
          checkpoint.origin(),
          checkpoint.size(),
          Base64.getEncoder().encodeToString(token.getEncoded()),
          token.getTimeStampInfo().getGenTime().toInstant());
    } catch (IOException e) {
      throw new IllegalStateException("the time-stamping authority cannot be reached", e);
    } catch (TSPException | OperatorCreationException e) {
      throw new IllegalStateException("what the authority sent is no stamp of ours", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a stamp was asked for", e);
    }
  }

  /** Imprint and nonce must be those asked for, and the signature that of the one certificate. */
  private TimeStampToken checked(TimeStampRequest request, byte[] answer)
      throws TSPException, IOException, OperatorCreationException {
    TimeStampResponse response = new TimeStampResponse(answer);
    response.validate(request);
    TimeStampToken token = response.getTimeStampToken();
    if (token == null) {
      throw new TSPException("refused with status " + response.getStatus());
    }
    token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
    return token;
  }

  private byte[] ask(byte[] request) throws IOException, InterruptedException {
    try (HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build()) {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(url)
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/timestamp-query")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode());
      }
      return answer.body();
    }
  }

  private static X509Certificate read(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "incident.witness.stamp.certificate cannot be read as a PEM certificate: " + file, e);
    }
  }
}
