package gatehouse.gateway.upstream.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file as it is written. */
record UpstreamsWire(
    @Nullable Map<String, Entry> upstreams,
    @Nullable LinkedHashMap<String, LinkedHashMap<String, String>> applications) {

  record Entry(
      @Nullable String url,
      @Nullable String zone,
      @Nullable String country,
      @Nullable String policy,
      @Nullable String credential) {}
}
