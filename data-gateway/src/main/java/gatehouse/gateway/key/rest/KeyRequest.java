package gatehouse.gateway.key.rest;

import gatehouse.gateway.key.KeepKeys;
import gatehouse.gateway.secret.Secret;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody shows a key. */
final class KeyRequest extends BaseAuthenticationRequest {
  /** What all keys begin with, so that a leaked one is recognised, by people and by scanners. */
  static final String PREFIX = "ghk_";

  private final Secret secret;

  KeyRequest(Secret secret) {
    this.secret = secret;
  }

  Secret secret() {
    return secret;
  }

  /** As its holder sends it. */
  static String shown(KeepKeys.Issued issued) {
    return PREFIX + issued.secret().value();
  }
}
