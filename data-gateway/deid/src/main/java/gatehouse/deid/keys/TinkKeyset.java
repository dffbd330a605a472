package gatehouse.deid.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.HmacPrfParameters.HashType;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import gatehouse.deid.operators.Keyring;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A keyset in memory. Every use of Tink is in here, so that a missing Tink is found in one place;
 * only what Tink had in 1.20 is used, which is the one that comes with Spark.
 */
@SuppressWarnings({"deprecation", "InlineMeInliner"}) // what replaces it came after 1.20
final class TinkKeyset {
  private static final int BYTES = 32;

  private final KeysetHandle handle;

  private TinkKeyset(KeysetHandle handle) {
    this.handle = handle;
  }

  static TinkKeyset parse(String json) throws GeneralSecurityException {
    PrfConfig.register();
    return new TinkKeyset(
        TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
  }

  static TinkKeyset fresh() throws GeneralSecurityException {
    PrfConfig.register();
    return new TinkKeyset(KeysetHandle.newBuilder().addEntry(entry()).build());
  }

  TinkKeyset rotated() throws GeneralSecurityException {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
    return new TinkKeyset(builder.addEntry(entry()).build());
  }

  String primary() {
    return id(handle.getPrimary().getId());
  }

  Keyring keyring(String purpose) throws GeneralSecurityException {
    PrfSet prfs = handle.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    Map<String, Keyring.Prf> keys = new LinkedHashMap<>();
    for (Map.Entry<Integer, Prf> entry : prfs.getPrfs().entrySet()) {
      keys.put(id(entry.getKey()), input -> compute(entry.getValue(), input));
    }
    return Keyring.of(id(prfs.getPrimaryId()), keys, purpose);
  }

  String json() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset made by Tink has a JSON form", e);
    }
  }

  private static KeysetHandle.Builder.Entry entry() throws GeneralSecurityException {
    HmacPrfParameters parameters =
        HmacPrfParameters.builder().setKeySizeBytes(BYTES).setHashType(HashType.SHA256).build();
    return KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary();
  }

  private static byte[] compute(Prf prf, byte[] input) {
    try {
      return prf.compute(input, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a PRF of Tink gives 32 bytes", e);
    }
  }

  private static String id(int id) {
    return "%08x".formatted(id);
  }
}
