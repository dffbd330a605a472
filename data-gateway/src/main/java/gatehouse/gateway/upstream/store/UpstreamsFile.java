package gatehouse.gateway.upstream.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gatehouse.gateway.upstream.Deployment;
import gatehouse.gateway.upstream.Deployments;
import gatehouse.gateway.upstream.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the file (YAML, of which JSON is a part) and tells everything that is wrong with it. */
final class UpstreamsFile {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path file;
  private final UpstreamRules rules;
  private final List<String> faults = new ArrayList<>();

  private UpstreamsFile(Path file, UnaryOperator<@Nullable String> environment) {
    this.file = file;
    this.rules = new UpstreamRules(environment, faults);
  }

  /**
   * Reads and checks.
   *
   * @param environment gives the value of an environment variable, or null
   * @throws InvalidUpstreamsException if anything is wrong
   */
  static Deployments read(Path file, UnaryOperator<@Nullable String> environment) {
    return new UpstreamsFile(file, environment).read();
  }

  private Deployments read() {
    UpstreamsWire wire = parse();
    Map<String, Upstream> upstreams = new LinkedHashMap<>();
    Objects.requireNonNullElse(wire.upstreams(), Map.<String, UpstreamsWire.Entry>of())
        .forEach((name, entry) -> {
          checkName("upstream", name);
          Upstream upstream = rules.upstream(name, entry);
          if (upstream != null) {
            upstreams.put(name, upstream);
          }
        });
    Map<String, List<Deployment>> applications = new LinkedHashMap<>();
    Objects.requireNonNullElse(
            wire.applications(), new LinkedHashMap<String, LinkedHashMap<String, String>>())
        .forEach((code, models) -> applications.put(code, deployments(code, models, upstreams)));
    if (applications.isEmpty()) {
      faults.add("it names no application under 'applications'");
    }
    if (!faults.isEmpty()) {
      throw new InvalidUpstreamsException(file.toString(), faults);
    }
    return new Deployments(applications);
  }

  private List<Deployment> deployments(
      String code, @Nullable Map<String, String> models, Map<String, Upstream> upstreams) {
    checkName("application", code);
    List<Deployment> deployments = new ArrayList<>();
    if (models == null || models.isEmpty()) {
      faults.add("application '" + code + "' has no upstream");
      return deployments;
    }
    models.forEach((name, model) -> {
      Upstream upstream = upstreams.get(name);
      if (upstream == null) {
        faults.add("application '" + code + "' uses upstream '" + name + "', which is not usable");
      } else if (model == null || model.isBlank()) {
        faults.add("application '" + code + "' names no model for upstream '" + name + "'");
      } else {
        deployments.add(new Deployment(code, upstream, model));
      }
    });
    return deployments;
  }

  private void checkName(String kind, String name) {
    if (!NAME.matcher(name).matches()) {
      faults.add(kind + " '" + name + "': a name is a-z, 0-9 and '-', beginning with a letter");
    }
  }

  private UpstreamsWire parse() {
    try {
      UpstreamsWire wire = YAML.readValue(Files.readString(file), UpstreamsWire.class);
      if (wire == null) {
        throw new InvalidUpstreamsException(file.toString(), List.of("it is empty"));
      }
      return wire;
    } catch (JacksonException e) {
      throw new InvalidUpstreamsException(
          file.toString(), List.of("it is not well-formed: " + e.getOriginalMessage()));
    } catch (IOException e) {
      throw new InvalidUpstreamsException(
          file.toString(),
          List.of(
              "it cannot be read (" + e.getClass().getSimpleName() + "); set GATEHOUSE_UPSTREAMS"));
    }
  }
}
