package gatehouse.gateway.egress;

import gatehouse.clauses.Clause;
import gatehouse.deid.Context;
import gatehouse.deid.Deidentifier;
import gatehouse.deid.placeholders.Placeholders;
import gatehouse.deid.policy.Policy;
import gatehouse.gateway.decoding.Deadline;
import gatehouse.gateway.distant.DistantLabels;
import gatehouse.gateway.egress.EgressVerdict.Blocked;
import gatehouse.gateway.egress.EgressVerdict.Position;
import gatehouse.gateway.egress.EgressVerdict.Verified;
import gatehouse.gateway.fields.BodyFields;
import gatehouse.gateway.fields.Fault;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonWriter;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.ApplicationFacts.Egress;
import gatehouse.gateway.standing.ApplicationFacts.PatientData;
import gatehouse.gateway.surrogate.StandIns;
import gatehouse.gateway.tripwire.TripwireVerdict;
import gatehouse.gateway.upstream.EgressPolicy;
import gatehouse.gateway.upstream.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes the bytes that may leave, or says why none may (question 5 of the permit, DATA). */
@ApplicationScoped
@Clause({"E-58", "G-42", "G-43", "G-44"})
public class PrepareEgress {
  private static final Logger LOG = Logger.getLogger(PrepareEgress.class);

  /** How often values are invented for one call. */
  private static final int DRAWS = 4;

  /** As the tripwire counts what it cannot read. */
  private static final Map<String, Integer> ENCODED =
      Map.of("LEFT_" + TripwireVerdict.Kind.ENCODED_TEXT.name(), 1);

  private final SecureRandom random = new SecureRandom();
  private final String homeCountry;
  private final Scanners scanners;

  public PrepareEgress(
      @ConfigProperty(name = "gatehouse.country") String homeCountry, Scanners scanners) {
    this.homeCountry = homeCountry;
    this.scanners = scanners;
  }

  /** Decides and prepares; sends nothing. Never throws: a fault of a scanner blocks. */
  public EgressVerdict prepare(EgressRequest request) {
    Blocked closed = closed(request);
    if (closed != null) {
      return closed;
    }
    List<Fault> faults =
        BodyFields.refusedEverywhere(request.route(), request.body(), request.categories());
    if (!faults.isEmpty()) {
      return refused(faults);
    }
    try {
      return request.deployment().upstream().zone().isInHouse()
          ? inHouse(request)
          : outside(request);
    } catch (RuntimeException | StackOverflowError e) {
      // Only the type: the message of a scanner's fault may hold what it scanned.
      LOG.errorf("a scanner failed and the call was blocked: %s", e.getClass().getName());
      return Blocked.because(Code.SCANNER_DOWN);
    }
  }

  /**
   * Whether the destination is closed to this application whatever the body says. What admission
   * examined is one deployment in one zone of one country; a file that says otherwise opens
   * nothing. A border is one for every zone, and nobody here can clear a call over it (E-58).
   */
  private @Nullable Blocked closed(EgressRequest request) {
    Upstream upstream = request.deployment().upstream();
    ApplicationFacts.AdmittedDeployment place =
        new ApplicationFacts.AdmittedDeployment(
            upstream.name(), upstream.zone().name(), upstream.country());
    if (!request.application().deployments().contains(place)) {
      return Blocked.because(Code.DEPLOYMENT_NOT_ADMITTED);
    }
    if (!upstream.country().equals(homeCountry)) {
      return Blocked.because(Code.CROSS_BORDER);
    }
    if (upstream.zone().isInHouse()) {
      return null;
    }
    if (request.application().egress() != Egress.DEIDENTIFIED) {
      return Blocked.because(Code.DESTINATION);
    }
    return SensitiveLexicon.declared(request.categories()) ? Blocked.because(Code.SENSITIVE) : null;
  }

  private EgressVerdict inHouse(EgressRequest request) {
    Placeholders session = Placeholders.fresh(random);
    Json.Obj body = withModel(request, BodyFields.unkept(request.route(), request.body()));
    byte[] bytes = JsonWriter.bytes(body);
    if (request.application().patientData() == PatientData.NONE) {
      Blocked identified = identified(request, bytes, session);
      if (identified != null) {
        return identified;
      }
    }
    return new Verified(new ExactBytes(bytes), session, null, Map.of());
  }

  /** A call that is about nobody must name nobody, wherever it goes. */
  private @Nullable Blocked identified(EgressRequest request, byte[] bytes, Placeholders session) {
    if (BodyFields.hasMedia(request.route(), request.body())) {
      return Blocked.because(Code.MEDIA_NOT_ALLOWED);
    }
    CleanStrings strings = new CleanStrings(scanners.refusing(), context(request, session));
    strings.clean(new DistantLabels(strings).treat(request.body()), "");
    List<Position> found = strings.found().isEmpty() ? strings.beyondRepair() : strings.found();
    if (!found.isEmpty()) {
      return Blocked.at(Code.IDENTIFIER_FOUND, found);
    }
    return left(bytes, request, Code.IDENTIFIER_FOUND, _ -> {});
  }

  private EgressVerdict outside(EgressRequest request) {
    Json.Obj body = withModel(request, BodyFields.needed(request.route(), request.body()));
    List<Fault> faults = BodyFields.refusedOutside(request.route(), body);
    if (!faults.isEmpty()) {
      return refused(faults);
    }
    SensitiveReadings sensitive = SensitiveReadings.of(body);
    if (!sensitive.counts().isEmpty()) {
      return new Blocked(Code.SENSITIVE, List.of(), sensitive.counts());
    }
    return cleaned(request, CallIds.numbered(body));
  }

  private EgressVerdict cleaned(EgressRequest request, Json.Obj body) {
    boolean refuses =
        request.deployment().upstream().policy() == EgressPolicy.REFUSE
            || request.application().patientData() == PatientData.NONE;
    Deidentifier engine = refuses ? scanners.refusing() : scanners.replacing();
    Placeholders session = Placeholders.fresh(random);
    Context context = context(request, session);
    // Read once ahead: a name that only the last message introduces is a name in the first, too.
    CleanStrings ahead = new CleanStrings(engine, context);
    ahead.clean(new DistantLabels(ahead).treat(body), "");
    CleanStrings strings = new CleanStrings(engine, context);
    Json clean = strings.clean(new DistantLabels(strings).treat(body), "");
    if (!strings.beyondRepair().isEmpty()) {
      return Blocked.at(Code.RAW_EGRESS, strings.beyondRepair());
    }
    if (refuses && !strings.found().isEmpty()) {
      return Blocked.at(Code.RAW_EGRESS, strings.found());
    }
    if (new SecondReadings(engine, context).identify(clean)) {
      return new Blocked(Code.RAW_EGRESS, List.of(), ENCODED);
    }
    return verified(
        request,
        clean,
        session,
        bytes ->
            new Verified(
                new ExactBytes(bytes), session, describe(engine.policy()), strings.counts()));
  }

  /**
   * Sends what stands in for a schema's sake only if the last look finds nothing in it, nor in the
   * same body with tokens: digits that were invented could make a harmless row of somebody's. A
   * number that was invented may look like somebody's beside the digits around it, too: then others
   * are invented, and at last the tokens stay.
   */
  private EgressVerdict verified(
      EgressRequest request, Json clean, Placeholders session, Function<byte[], Verified> sent) {
    EgressVerdict plain = looked(request, clean, sent);
    if (!(plain instanceof Verified) || !(clean instanceof Json.Obj body)) {
      return plain;
    }
    Deadline deadline = scanners.time();
    for (int draw = 0; draw < DRAWS; draw++) {
      Json fitting = StandIns.in(body, session, random, deadline);
      if (fitting.equals(body)) {
        return plain;
      }
      EgressVerdict fit = looked(request, fitting, sent);
      if (fit instanceof Verified) {
        return fit;
      }
      session.withoutSurrogates();
    }
    return plain;
  }

  private EgressVerdict looked(EgressRequest request, Json body, Function<byte[], Verified> sent) {
    byte[] bytes = JsonWriter.bytes(body);
    SensitiveReadings sensitive = new SensitiveReadings();
    Blocked left = left(bytes, request, Code.RAW_EGRESS, sensitive::read);
    if (left != null) {
      return left;
    }
    return sensitive.counts().isEmpty()
        ? sent.apply(bytes)
        : new Blocked(Code.SENSITIVE, List.of(), sensitive.counts());
  }

  private Context context(EgressRequest request, Placeholders session) {
    return new Context(request.known().forEngine(), session).within(scanners.time()::check);
  }

  private @Nullable Blocked left(
      byte[] bytes, EgressRequest request, Code reason, Consumer<List<String>> onlooker) {
    return switch (scanners.tripwire().scan(bytes, request.known().all(), onlooker)) {
      case TripwireVerdict.Clean _ -> null;
      case TripwireVerdict.Found(Map<TripwireVerdict.Kind, Integer> counts) -> {
        Map<String, Integer> named = new TreeMap<>();
        counts.forEach((kind, times) -> named.put("LEFT_" + kind.name(), times));
        yield new Blocked(reason, List.of(), named);
      }
      case TripwireVerdict.Trouble(String cause) -> {
        LOG.errorf("the tripwire gave up and the call was blocked: %s", cause);
        yield Blocked.because(Code.SCANNER_DOWN);
      }
    };
  }

  /** Of several faults the one that tells most is the reason: an unknown field tells least. */
  private static Blocked refused(List<Fault> faults) {
    Fault.Kind kind =
        faults.stream().map(Fault::kind).max(Comparator.naturalOrder()).orElse(Fault.Kind.FIELD);
    Code reason =
        switch (kind) {
          case FIELD -> Code.FIELD_NOT_ALLOWED;
          case HOSTED_TOOL -> Code.HOSTED_TOOL;
          case REMOTE_CONTENT -> Code.REMOTE_CONTENT;
          case MEDIA -> Code.MEDIA_NOT_ALLOWED;
          case STORED_CONVERSATION -> Code.STORED_CONVERSATION;
          case TOKEN_IDS -> Code.TOKEN_IDS;
        };
    return Blocked.at(
        reason, faults.stream().map(f -> Position.of(f.path(), f.kind().name())).toList());
  }

  private static Json.Obj withModel(EgressRequest request, Json.Obj body) {
    return body.with("model", new Json.Str(request.deployment().model()));
  }

  private static String describe(Policy policy) {
    return policy.name() + ' ' + policy.version() + ' ' + policy.hash();
  }
}
