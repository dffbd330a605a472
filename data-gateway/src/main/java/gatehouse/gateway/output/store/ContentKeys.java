package gatehouse.gateway.output.store;

import gatehouse.gateway.output.Contents.KeyMissingException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The service's keys, under which each output's own key is wrapped. The first of the list wraps,
 * every one of them unwraps: a new key is put in front, and an old one stays as long as outputs
 * need it.
 */
@ApplicationScoped
class ContentKeys {
  private static final Logger LOG = Logger.getLogger(ContentKeys.class);
  private static final Pattern FORM = Pattern.compile("([a-z0-9]{1,32}):([A-Za-z0-9_-]{43}=?)");
  private static final String DEVELOPMENT = "dev";

  private final SequencedMap<String, SecretKey> keys = new LinkedHashMap<>();

  ContentKeys(@ConfigProperty(name = "gatehouse.output.keys") List<String> configured) {
    for (String one : configured) {
      var parts = FORM.matcher(one.strip());
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "gatehouse.output.keys: each is <id>:<256 bits as base64url>, id of a-z and 0-9");
      }
      byte[] bytes = Base64.getUrlDecoder().decode(parts.group(2));
      keys.put(parts.group(1), new SecretKeySpec(bytes, "AES"));
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("gatehouse.output.keys: at least one key is needed");
    }
  }

  void warn(@Observes StartupEvent event) {
    if (keys.firstEntry().getKey().equals(DEVELOPMENT)) {
      LOG.warn("outputs are sealed with the development key; set GATEHOUSE_OUTPUT_KEYS");
    }
  }

  /** The key that wraps, with its id. */
  Map.Entry<String, SecretKey> present() {
    return keys.firstEntry();
  }

  /**
   * The key of this id.
   *
   * @throws KeyMissingException if it is not configured, not yet or not any more
   */
  SecretKey named(String id) {
    SecretKey key = keys.get(id);
    if (key == null) {
      throw new KeyMissingException(id);
    }
    return key;
  }
}
