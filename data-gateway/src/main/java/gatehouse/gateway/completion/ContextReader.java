package gatehouse.gateway.completion;

import gatehouse.gateway.context.Circumstances;
import gatehouse.gateway.context.Circumstances.Patient;
import gatehouse.gateway.egress.KnownOfPatient;
import gatehouse.gateway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a call's context strictly: a misspelt member would silently leave a name unknown. */
final class ContextReader {
  private static final String ROOT = "gatehouse";
  private static final String PERMIT = "permit";
  private static final String DEFAULT_PURPOSE = "CARE";
  private static final int LONGEST = 200;
  private static final int MOST = 50;
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Set<String> MEMBERS =
      Set.of(
          PERMIT,
          "patient",
          "encounter",
          "purpose",
          "user",
          "place",
          "productDigest",
          "categories",
          "fields",
          "deployment",
          "known");

  /** A permit stands for the rest, so that the two cannot disagree. */
  private static final Set<String> BESIDE_PERMIT = Set.of(PERMIT, "deployment", "known");

  private static final Set<String> KNOWN =
      Set.of("names", "kin", "phones", "idNumbers", "recordNumbers", "addresses");

  private ContextReader() {}

  /**
   * Reads a context.
   *
   * @param byPermit finds what was said when a permit was asked for
   */
  static CallContext read(@Nullable Json value, Function<UUID, Optional<Circumstances>> byPermit)
      throws InvalidCallException {
    if (value instanceof Json.Obj given && given.get(PERMIT) != null) {
      return saidBefore(object(value, ROOT, BESIDE_PERMIT), byPermit);
    }
    Json.Obj context = value == null ? Json.object() : object(value, ROOT, MEMBERS);
    Patient patient = patient(context);
    String purpose = text(context, "purpose", ROOT);
    if (purpose == null && patient != null) {
      throw new InvalidCallException("a call about a patient names its purpose", ROOT + ".purpose");
    }
    TreeSet<String> categories = new TreeSet<>(texts(context, "categories", ROOT));
    requireWords(categories, ROOT + ".categories");
    requireWords(List.of(purpose == null ? DEFAULT_PURPOSE : purpose), ROOT + ".purpose");
    Circumstances said =
        new Circumstances(
            patient,
            text(context, "encounter", ROOT),
            purpose == null ? DEFAULT_PURPOSE : purpose,
            text(context, "user", ROOT),
            text(context, "place", ROOT),
            digest(context),
            categories,
            new TreeSet<>(texts(context, "fields", ROOT)));
    return CallContext.of(said, text(context, "deployment", ROOT), known(context));
  }

  private static CallContext saidBefore(
      Json.Obj context, Function<UUID, Optional<Circumstances>> byPermit)
      throws InvalidCallException {
    String id = text(context, PERMIT, ROOT);
    Optional<Circumstances> said =
        id != null && ID.matcher(id).matches()
            ? byPermit.apply(UUID.fromString(id))
            : Optional.empty();
    if (said.isEmpty()) {
      throw new InvalidCallException(
          "no permit of yours for this application that still lives has this id; ask for another"
              + " at /v1/permits, or hand over the whole context",
          ROOT + '.' + PERMIT);
    }
    return CallContext.of(said.get(), text(context, "deployment", ROOT), known(context));
  }

  private static @Nullable String digest(Json.Obj context) throws InvalidCallException {
    String digest = text(context, "productDigest", ROOT);
    if (digest != null && !DIGEST.matcher(digest).matches()) {
      throw new InvalidCallException(
          "'sha256:' and 64 hexadecimal digits are expected", ROOT + ".productDigest");
    }
    return digest;
  }

  private static @Nullable Patient patient(Json.Obj context) throws InvalidCallException {
    Json value = context.get("patient");
    if (value == null || value instanceof Json.Null) {
      return null;
    }
    String path = ROOT + ".patient";
    Json.Obj patient = object(value, path, Set.of("issuer", "id"));
    String issuer = text(patient, "issuer", path);
    String id = text(patient, "id", path);
    if (issuer == null || id == null || issuer.indexOf('|') >= 0) {
      throw new InvalidCallException("a patient has an issuer, without '|', and an id", path);
    }
    return new Patient(issuer, id);
  }

  private static KnownOfPatient known(Json.Obj context) throws InvalidCallException {
    Json value = context.get("known");
    if (value == null || value instanceof Json.Null) {
      return KnownOfPatient.nothing();
    }
    String path = ROOT + ".known";
    Json.Obj known = object(value, path, KNOWN);
    return new KnownOfPatient(
        texts(known, "names", path),
        texts(known, "kin", path),
        texts(known, "phones", path),
        texts(known, "idNumbers", path),
        texts(known, "recordNumbers", path),
        texts(known, "addresses", path));
  }

  private static Json.Obj object(Json value, String path, Set<String> members)
      throws InvalidCallException {
    if (!(value instanceof Json.Obj object)) {
      throw new InvalidCallException("an object is expected", path);
    }
    if (!members.containsAll(object.members().keySet())) {
      throw new InvalidCallException(
          "an unknown member; known are " + new TreeSet<>(members), path);
    }
    return object;
  }

  private static @Nullable String text(Json.Obj object, String name, String path)
      throws InvalidCallException {
    Json value = object.get(name);
    if (value == null || value instanceof Json.Null) {
      return null;
    }
    return checked(value, path + '.' + name);
  }

  private static List<String> texts(Json.Obj object, String name, String path)
      throws InvalidCallException {
    Json value = object.get(name);
    if (value == null || value instanceof Json.Null) {
      return List.of();
    }
    String at = path + '.' + name;
    if (!(value instanceof Json.Arr array) || array.items().size() > MOST) {
      throw new InvalidCallException("a list of at most " + MOST + " strings is expected", at);
    }
    List<String> texts = new ArrayList<>();
    for (Json item : array.items()) {
      texts.add(checked(item, at));
    }
    return texts;
  }

  private static String checked(Json value, String path) throws InvalidCallException {
    if (value instanceof Json.Str(String text) && !text.isBlank() && text.length() <= LONGEST) {
      return text;
    }
    throw new InvalidCallException("a string of 1 to " + LONGEST + " characters is expected", path);
  }

  private static void requireWords(Iterable<String> words, String path)
      throws InvalidCallException {
    for (String word : words) {
      if (!WORD.matcher(word).matches()) {
        throw new InvalidCallException("capital letters, digits and '_' are expected", path);
      }
    }
  }
}
