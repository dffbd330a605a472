package gatehouse.gateway.egress;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.gateway.egress.EgressVerdict.Verified;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonReader;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.json.MalformedJsonException;
import gatehouse.gateway.route.Route;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.upstream.Credential;
import gatehouse.gateway.upstream.Deployment;
import gatehouse.gateway.upstream.EgressPolicy;
import gatehouse.gateway.upstream.Upstream;
import gatehouse.gateway.upstream.Zone;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Chats that an admitted application sends to a public cloud in the country. */
final class Requests {
  private Requests() {}

  static EgressRequest says(String text, KnownOfPatient known) {
    return body("{\"messages\":[{\"role\":\"user\",\"content\":" + quoted(text) + "}]}", known);
  }

  static EgressRequest body(String json, KnownOfPatient known) {
    Upstream cloud =
        new Upstream(
            "cloud",
            URI.create("https://x"),
            Zone.PUBLIC,
            "CN",
            EgressPolicy.PUBLIC,
            new Credential.None());
    ApplicationFacts facts =
        new ApplicationFacts(
            "1",
            "a",
            ApplicationFacts.Tier.HIGH,
            null,
            null,
            null,
            null,
            ApplicationFacts.PatientData.REQUIRED,
            ApplicationFacts.Egress.DEIDENTIFIED,
            ApplicationFacts.Supervision.NONE,
            List.of(new ApplicationFacts.AdmittedDeployment("cloud", "PUBLIC", "CN")),
            null,
            1);
    return new EgressRequest(
        Route.CHAT, read(json), new Deployment("a", cloud, "m"), facts, Set.of(), known);
  }

  static String quoted(String text) {
    return JsonWriter.text(new Json.Str(text));
  }

  static String sent(Verified verified) {
    return new String(verified.bytes().toArray(), UTF_8);
  }

  /** What a receiver reads in the first message. */
  static String said(Verified verified) {
    Json.Arr messages =
        (Json.Arr) read(sent(verified)).members().getOrDefault("messages", Json.array());
    String content = ((Json.Obj) messages.items().getFirst()).string("content");
    return content == null ? "" : content;
  }

  private static Json.Obj read(String json) {
    try {
      return (Json.Obj) JsonReader.read(json);
    } catch (MalformedJsonException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
