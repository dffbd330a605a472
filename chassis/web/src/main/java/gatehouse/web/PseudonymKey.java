package gatehouse.web;

import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The hospital's key for references to people, from the configuration. */
final class PseudonymKey {

  @Produces
  @Singleton
  Pseudonyms pseudonyms(
      @ConfigProperty(name = "gatehouse.pseudonym.key-id") String keyId,
      @ConfigProperty(name = "gatehouse.pseudonym.key") String key) {
    return Pseudonyms.withKey(keyId, key);
  }
}
