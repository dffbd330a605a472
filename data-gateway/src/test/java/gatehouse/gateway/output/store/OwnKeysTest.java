package gatehouse.gateway.output.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Eraser;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import gatehouse.gateway.output.Contents.Part;
import gatehouse.journal.append.NewRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which key opens what, in a real database. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class OwnKeysTest {
  private static final String NOTE = "患者欧阳明月，右下肺结节 8mm，建议 3 个月后复查。";
  private static final String NEXT = "next:" + "A".repeat(43);
  private static final String DIGEST = "sha256:" + "cd".repeat(32);

  @Inject SealedContents.Rows texts;
  @Inject OwnKeys.Rows keys;
  @Inject NewRows newRows;

  @Inject
  @ConfigProperty(name = "gatehouse.output.keys")
  String present;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void everyOutputIsSealedUnderAKeyOfItsOwn() {
    UUID one = answer();
    UUID two = answer();

    SecretKey first = key(one);
    SecretKey second = key(two);

    assertThat(first.getEncoded()).hasSize(32).isNotEqualTo(second.getEncoded());
    assertThat(opensWith(first, one)).contains(NOTE);
    assertThat(opensWith(second, one)).isEmpty();
    assertThat(opensWith(second, two)).contains(NOTE);
    assertThat(opensWith(new ContentKeys(List.of(present)).present().getValue(), one)).isEmpty();
  }

  @Test
  void aDecisionAboutAnOutputIsSealedUnderItsKey() throws Exception {
    UUID id = answer();

    Ward.decide(Ward.physician(), id.toString(), "confirm", ",\"statement\":\"考虑良性。\"");

    assertThat(Eraser.ask("select 1 from gateway.output_key where output_id = '" + id + "'"))
        .hasSize(1);
    assertThat(newest(contents(present), id, Part.STATEMENT)).contains("考虑良性。");
  }

  @Test
  void aNewServiceKeyWrapsWhatIsNewAndTheOldOneOpensWhatWas() throws Exception {
    UUID old = answer();
    UUID fresh = image();
    SealedContents turned = contents(NEXT, present);

    QuarkusTransaction.requiringNew().run(() -> turned.keep(fresh, 2, Part.STATEMENT, "随访。"));

    assertThat(newest(turned, old, Part.PRODUCED).orElseThrow()).contains("结节");
    assertThat(newest(turned, fresh, Part.STATEMENT)).contains("随访。");
    assertThat(
            Eraser.ask("select key_id from gateway.output_key where output_id = '" + fresh + "'"))
        .containsExactly("next");
    assertThatThrownBy(() -> newest(contents(NEXT), old, Part.PRODUCED))
        .hasMessageContaining("no configured key");
    assertThatThrownBy(() -> newest(contents(present), fresh, Part.STATEMENT))
        .hasMessageContaining("no configured key");
  }

  /** As the gateway sealed before outputs had keys: under the service's key itself. */
  @Test
  void textsFromBeforeOpenAndAreErasedWithTheirRows() throws Exception {
    UUID id = image();
    sealedBefore(id, "左肺未见结节。");

    HttpResponse<String> read = content(id);

    assertThat(Ward.json(read).path("text").asText()).isEqualTo("左肺未见结节。");
    assertThat(Eraser.order(id.toString()).statusCode()).isEqualTo(200);
    assertThat(content(id).statusCode()).isEqualTo(410);
    assertThat(Eraser.ask("select 1 from gateway.output_content where output_id = '" + id + "'"))
        .isEmpty();
  }

  private SealedContents contents(String... serviceKeys) {
    ContentKeys service = new ContentKeys(List.of(serviceKeys));
    return new SealedContents(
        texts, new OwnKeys(keys, service, newRows, "gateway"), service, newRows, "gateway");
  }

  private SecretKey key(UUID output) {
    OwnKeys own = new OwnKeys(keys, new ContentKeys(List.of(present)), newRows, "gateway");
    return QuarkusTransaction.requiringNew().call(() -> own.of(output).orElseThrow());
  }

  private static Optional<String> newest(SealedContents contents, UUID output, Part part) {
    return QuarkusTransaction.requiringNew().call(() -> contents.newest(output, part));
  }

  private String opensWith(SecretKey key, UUID output) {
    ContentRow row =
        QuarkusTransaction.requiringNew()
            .call(() -> texts.findById(new ContentRow.Key(output, 1, Part.PRODUCED)));
    assertThat(row.keyId).isNull();
    return Seal.open(key, row.nonce, output + "|1|PRODUCED", row.sealed)
        .map(text -> new String(text, UTF_8))
        .orElse("");
  }

  private static UUID answer() {
    return UUID.fromString(Ward.answer(NOTE).id());
  }

  /** An output without a text, and so without a key. */
  private static UUID image() {
    String permit = Ward.permit("note-assistant", "E-1").path("permitId").asText();
    HttpResponse<String> registered =
        Ward.post(
            Gateway.his(),
            "/v1/outputs",
            """
            {"permitId":"%s","application":"note-assistant","encounter":"E-1",
             "responsibleClinician":"qian.physician","inputDigest":"%s",
             "contentDigest":"%s","labelled":true}
            """
                .formatted(permit, DIGEST, DIGEST));
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    return UUID.fromString(Ward.json(registered).path("outputId").asText());
  }

  private static HttpResponse<String> content(UUID id) {
    return Gateway.get("/v1/outputs/" + id + "/content", Ward.physician());
  }

  private void sealedBefore(UUID output, String text) throws Exception {
    String[] service = present.split(":", -1);
    SecretKey key = new SecretKeySpec(Base64.getUrlDecoder().decode(service[1]), "AES");
    byte[] nonce = Seal.nonce();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD((output + "|1|PRODUCED").getBytes(UTF_8));
    try (Connection owner = Eraser.owner();
        PreparedStatement insert =
            owner.prepareStatement(
                "insert into gateway.output_content"
                    + " (output_id, version, part, key_id, nonce, sealed)"
                    + " values (?, 1, 'PRODUCED', ?, ?, ?)")) {
      insert.setObject(1, output);
      insert.setString(2, service[0]);
      insert.setBytes(3, nonce);
      insert.setBytes(4, cipher.doFinal(text.getBytes(UTF_8)));
      insert.executeUpdate();
    }
  }
}
