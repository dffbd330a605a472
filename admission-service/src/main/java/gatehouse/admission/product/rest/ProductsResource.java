package gatehouse.admission.product.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.person.SignedIn;
import gatehouse.admission.product.Product;
import gatehouse.admission.product.ProductKind;
import gatehouse.admission.product.ProductVersion;
import gatehouse.admission.product.ProductVersion.ChangeClass;
import gatehouse.admission.product.Products;
import gatehouse.admission.product.RegisterProduct;
import gatehouse.web.Idempotent;
import gatehouse.web.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Products and their immutable versions. */
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProductsResource {
  private static final String DIGEST = "sha256:[0-9a-f]{64}";

  private final RegisterProduct registration;
  private final Products products;
  private final SignedIn signedIn;
  private final Ids ids;
  private final Answers answers;

  ProductsResource(
      RegisterProduct registration,
      Products products,
      SignedIn signedIn,
      Ids ids,
      Answers answers) {
    this.registration = registration;
    this.products = products;
    this.signedIn = signedIn;
    this.ids = ids;
    this.answers = answers;
  }

  record ProductRequest(
      @NotBlank String vendor,
      @NotBlank @Size(max = 200) String name,
      @NotNull ProductKind kind,
      @NotNull Boolean device) {}

  record ProductView(
      UUID id,
      String vendor,
      String name,
      ProductKind kind,
      boolean device,
      List<VersionView> versions) {}

  record VersionRequest(
      @NotBlank @Size(max = 100) String version,
      @NotNull @Pattern(regexp = DIGEST) String artefactDigest,
      @NotNull @Pattern(regexp = DIGEST) String configDigest,
      @NotNull ChangeClass changeClass,
      @NotBlank @Size(max = 4000) String releaseNote) {}

  record VersionView(
      UUID id,
      UUID product,
      String version,
      String digest,
      String artefactDigest,
      String configDigest,
      ChangeClass changeClass,
      String releaseNote) {}

  @POST
  @Idempotent
  @RolesAllowed({"VENDOR", "ADMISSION_SECRETARY"})
  @APIResponseSchema(value = ProductView.class, responseCode = "201")
  public Response register(@Valid @NotNull ProductRequest request) {
    Product product =
        new Product(ids.next(), request.vendor(), request.name(), request.kind(), request.device());
    return answers.created(registration.register(product, signedIn.person()), this::view);
  }

  @POST
  @Path("/{id}/versions")
  @Idempotent
  @RolesAllowed({"VENDOR", "ADMISSION_SECRETARY"})
  @APIResponseSchema(value = VersionView.class, responseCode = "201")
  public Response register(@PathParam("id") UUID id, @Valid @NotNull VersionRequest request) {
    ProductVersion version =
        new ProductVersion(
            ids.next(),
            id,
            request.version(),
            request.artefactDigest(),
            request.configDigest(),
            request.changeClass(),
            request.releaseNote());
    return answers.created(
        registration.register(version, signedIn.person()), ProductsResource::view);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"VENDOR", "ADMISSION_SECRETARY", "DEPARTMENT_APPLICANT", "AUDITOR"})
  @APIResponseSchema(value = ProductView.class, responseCode = "200")
  public Response read(@PathParam("id") UUID id) {
    return answers.ok(registration.visible(id, signedIn.person()), this::view);
  }

  private ProductView view(Product product) {
    return new ProductView(
        product.id(),
        product.vendor(),
        product.name(),
        product.kind(),
        product.device(),
        products.versionsOf(product.id()).stream().map(ProductsResource::view).toList());
  }

  private static VersionView view(ProductVersion version) {
    return new VersionView(
        version.id(),
        version.product(),
        version.version(),
        version.digest(),
        version.artefactDigest(),
        version.configDigest(),
        version.changeClass(),
        version.releaseNote());
  }
}
