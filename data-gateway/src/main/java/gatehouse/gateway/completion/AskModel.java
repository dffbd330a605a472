package gatehouse.gateway.completion;

import gatehouse.gateway.permit.PermitLife;
import gatehouse.gateway.route.Route;
import gatehouse.gateway.upstream.BoundedAnswer;
import gatehouse.gateway.upstream.Deployment;
import gatehouse.gateway.upstream.ModelAnswer;
import gatehouse.gateway.upstream.ModelCalls;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One attempt at one deployment. An attempt that ends without an answer counts as it ended. */
@ApplicationScoped
class AskModel {
  private final ModelCalls models;
  private final ModelMeters meters;
  private final BoundedAnswer.Limits limits;

  AskModel(
      ModelCalls models,
      ModelMeters meters,
      @ConfigProperty(name = "gatehouse.answer.limit") long largest,
      @ConfigProperty(name = "gatehouse.answer.longest") Duration longest) {
    this.models = models;
    this.meters = meters;
    this.limits = new BoundedAnswer.Limits(largest, longest);
  }

  /** Sends the bytes that were admitted, unless the permit ends before they leave. */
  ModelAnswer ask(Deployment deployment, Route route, byte[] bytes, PermitLife life) {
    long sentAt = System.nanoTime();
    ModelAnswer answer = models.call(deployment.upstream(), route.path(), bytes, life::isLive);
    ModelMeters.Asked asked =
        new ModelMeters.Asked(route, deployment.name(), deployment.application(), sentAt);
    return switch (answer) {
      case ModelAnswer.Unreachable _ -> {
        meters.failed(asked, "unreachable");
        yield answer;
      }
      case ModelAnswer.Refused(int status, var _) -> {
        meters.failed(asked, Integer.toString(status));
        yield answer;
      }
      case ModelAnswer.Accepted(boolean eventStream, var body) ->
          new ModelAnswer.Accepted(eventStream, new BoundedAnswer(body, limits));
      case ModelAnswer.Withheld _ -> answer;
    };
  }
}
