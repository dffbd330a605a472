package gatehouse.web.idempotency;

import gatehouse.web.Idempotent;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Writes the required header {@code Idempotency-Key} into the OpenAPI document at every operation
 * that is {@link Idempotent}, so that no service can demand it without promising it. Runs while the
 * service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class KeyInContract implements OASFilter {
  private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);
  private static final DotName PATH = DotName.createSimple(Path.class);
  private static final DotName POST_VERB = DotName.createSimple(POST.class);

  private final IndexView classes;

  /** Called by the build with every class of the service. */
  public KeyInContract(IndexView classes) {
    this.classes = classes;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null) {
      return;
    }
    classes.getAnnotations(IDEMPOTENT).stream()
        .flatMap(KeyInContract::methods)
        .filter(method -> method.hasAnnotation(POST_VERB))
        .map(KeyInContract::path)
        .map(document.getPaths()::getPathItem)
        .filter(Objects::nonNull)
        .map(PathItem::getPOST)
        .filter(Objects::nonNull)
        .filter(KeyInContract::saysNothingOfIt)
        .forEach(operation -> operation.addParameter(header()));
  }

  /** A build may run its filters over one document more than once. */
  private static boolean saysNothingOfIt(Operation operation) {
    return operation.getParameters() == null
        || operation.getParameters().stream()
            .noneMatch(parameter -> Key.HEADER.equals(parameter.getName()));
  }

  private static Stream<MethodInfo> methods(AnnotationInstance annotation) {
    AnnotationTarget target = annotation.target();
    return switch (target.kind()) {
      case METHOD -> Stream.of(target.asMethod());
      case CLASS -> target.asClass().methods().stream();
      default -> Stream.empty();
    };
  }

  private static String path(MethodInfo method) {
    ClassInfo resource = method.declaringClass();
    String whole = value(resource.declaredAnnotation(PATH)) + value(method.annotation(PATH));
    // OpenAPI's templates have no patterns: {id: [0-9]+} is {id} there.
    return whole.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
  }

  private static String value(AnnotationInstance path) {
    if (path == null) {
      return "";
    }
    String value = path.value().asString();
    return value.startsWith("/") ? value : "/" + value;
  }

  private static Parameter header() {
    Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING).pattern(Key.FORM);
    return OASFactory.createParameter()
        .name(Key.HEADER)
        .in(Parameter.In.HEADER)
        .required(true)
        .description("The same value for every repetition of one request.")
        .schema(schema);
  }
}
