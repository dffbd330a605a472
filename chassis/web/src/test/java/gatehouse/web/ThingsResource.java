package gatehouse.web;

import gatehouse.web.problem.WebProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The smallest service that meets everything the web chassis does. */
@Path("/v1/things")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ThingsResource {
  private final DataSource database;
  private final Problems problems;
  private final Ids ids;

  ThingsResource(DataSource database, Problems problems, Ids ids) {
    this.database = database;
    this.problems = problems;
    this.ids = ids;
  }

  record ThingRequest(
      @NotBlank String name, @NotNull @Positive Integer size, @Nullable Colour shade) {}

  record ThingView(UUID id, String name) {}

  @POST
  @Idempotent
  @RolesAllowed("MAKER")
  public Response make(@Valid @NotNull ThingRequest thing) throws SQLException {
    UUID id = ids.next();
    try (Connection connection = database.getConnection();
        Statement insert = connection.createStatement()) {
      insert.execute("insert into web.thing values ('" + id + "')");
    }
    if (thing.name().equals("refused")) {
      return problems.problem(WebProblem.CONCURRENT_CHANGE);
    }
    if (thing.name().equals("broken")) {
      throw new IllegalStateException("张三 110101199003070038");
    }
    return Response.created(URI.create("/v1/things/" + id))
        .entity(new ThingView(id, thing.name()))
        .build();
  }

  @POST
  @Path("/small")
  @RolesAllowed("MAKER")
  public String small(ThingRequest thing) {
    return thing.name();
  }

  @POST
  @Path("/large")
  @RolesAllowed("MAKER")
  public String large(ThingRequest thing) {
    return thing.name();
  }

  @GET
  @Path("/count")
  @RolesAllowed("MAKER")
  public long count() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        var row = select.executeQuery("select count(*) from web.thing")) {
      row.next();
      return row.getLong(1);
    }
  }

  @GET
  @Path("/plain")
  @Produces("text/plain;charset=UTF-8")
  @RolesAllowed("MAKER")
  public Response plain() {
    return Response.ok("lamp").build();
  }

  @GET
  @Path("/page")
  @RolesAllowed("MAKER")
  public long page(
      @QueryParam("after") @DefaultValue("0") @PositiveOrZero long after,
      @QueryParam("colour") Colour colour) {
    return after;
  }

  enum Colour {
    RED,
    BLUE
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("MAKER")
  public String one(@PathParam("id") UUID id, @QueryParam("size") Integer size) {
    return id.toString();
  }

  @GET
  @Path("/away")
  @RolesAllowed("MAKER")
  public String away() throws SQLException {
    throw new SQLException("connection refused", "08001");
  }

  @GET
  @Path("/forgotten")
  public String forgotten() {
    return "nobody said who may read this";
  }
}
