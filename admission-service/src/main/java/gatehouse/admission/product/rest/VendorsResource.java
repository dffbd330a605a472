package gatehouse.admission.product.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.product.RegisterProduct;
import gatehouse.admission.product.Vendor;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Vendors of AI products. */
@Path("/v1/vendors")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VendorsResource {
  private final RegisterProduct registration;
  private final Answers answers;

  VendorsResource(RegisterProduct registration, Answers answers) {
    this.registration = registration;
    this.answers = answers;
  }

  /** creditCode is the unified social credit code, 18 characters. */
  record VendorRequest(
      @NotNull @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-Z]{10}") String creditCode,
      @NotBlank @Size(max = 200) String name) {}

  record VendorView(String creditCode, String name) {}

  @POST
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = VendorView.class, responseCode = "201")
  public Response register(@Valid @NotNull VendorRequest request) {
    return answers.created(
        registration.register(new Vendor(request.creditCode(), request.name())),
        vendor -> new VendorView(vendor.creditCode(), vendor.name()));
  }
}
