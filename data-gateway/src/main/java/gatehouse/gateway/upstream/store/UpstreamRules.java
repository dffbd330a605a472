package gatehouse.gateway.upstream.store;

import gatehouse.gateway.upstream.Credential;
import gatehouse.gateway.upstream.EgressPolicy;
import gatehouse.gateway.upstream.Upstream;
import gatehouse.gateway.upstream.Zone;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an upstream must be. Each fault is one sentence that says where and what. */
final class UpstreamRules {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final UnaryOperator<@Nullable String> environment;
  private final List<String> faults;

  UpstreamRules(UnaryOperator<@Nullable String> environment, List<String> faults) {
    this.environment = environment;
    this.faults = faults;
  }

  /** The upstream, or null after its faults were noted. */
  @Nullable Upstream upstream(String name, UpstreamsWire.@Nullable Entry entry) {
    if (entry == null) {
      fault(name, "is empty");
      return null;
    }
    URI url = url(name, entry.url());
    Zone zone = word(name, "zone", Zone.class, entry.zone());
    String country = entry.country();
    if (country == null || !COUNTRIES.contains(country)) {
      fault(name, "needs a country, two capital letters of ISO 3166-1");
      country = null;
    }
    Credential credential = credential(name, entry.credential());
    if (url == null || zone == null || country == null || credential == null) {
      return null;
    }
    EgressPolicy policy = policy(name, zone, entry.policy());
    if (!zone.isInHouse() && policy == null) {
      return null;
    }
    return new Upstream(name, url, zone, country, policy, credential);
  }

  private @Nullable URI url(String name, @Nullable String text) {
    try {
      URI url = new URI(text == null ? "" : text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!http || url.getHost() == null) {
        return noUrl(name, "needs a url that begins with http:// or https://");
      }
      if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
        return noUrl(name, "has a url with a user, a query or a fragment; keys go to 'credential'");
      }
      if ("http".equals(url.getScheme()) && !LOOPBACK.contains(url.getHost())) {
        return noUrl(name, "is not on this machine, so its url must begin with https://");
      }
      return url.getPath().endsWith("/") ? URI.create(url.toString().replaceAll("/+$", "")) : url;
    } catch (URISyntaxException _) {
      return noUrl(name, "has a url that is none");
    }
  }

  private @Nullable URI noUrl(String name, String sentence) {
    fault(name, sentence);
    return null;
  }

  private @Nullable EgressPolicy policy(String name, Zone zone, @Nullable String text) {
    if (zone.isInHouse()) {
      if (text != null) {
        fault(name, "is in the house, where no policy applies: remove 'policy'");
      }
      return null;
    }
    return word(name, "policy", EgressPolicy.class, text);
  }

  /** By reference only: a key in a file that people copy around is no secret. */
  private @Nullable Credential credential(String name, @Nullable String text) {
    if (text == null) {
      return new Credential.None();
    }
    if (text.startsWith("env:") && VARIABLE.matcher(text.substring(4)).matches()) {
      String variable = text.substring(4);
      String value = environment.apply(variable);
      if (value == null || value.isBlank()) {
        fault(
            name, "takes its key from the environment variable " + variable + ", which is not set");
      }
      return new Credential.FromEnvironment(variable);
    }
    if (text.startsWith("file:")) {
      return fileCredential(name, text.substring(5));
    }
    fault(
        name,
        "has a credential that is neither env:NAME nor file:PATH; never write the key itself");
    return null;
  }

  private @Nullable Credential fileCredential(String name, String path) {
    try {
      Path file = Path.of(path);
      if (!Files.isReadable(file)) {
        fault(name, "takes its key from a file that cannot be read: " + path);
      }
      return new Credential.FromFile(file);
    } catch (InvalidPathException _) {
      fault(name, "takes its key from a file whose path is none");
      return null;
    }
  }

  private <E extends Enum<E>> @Nullable E word(
      String name, String key, Class<E> type, @Nullable String text) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equalsIgnoreCase(text)) {
        return value;
      }
    }
    fault(name, "needs '" + key + "', one of " + List.of(type.getEnumConstants()));
    return null;
  }

  private void fault(String name, String sentence) {
    faults.add("upstream '" + name + "' " + sentence);
  }
}
