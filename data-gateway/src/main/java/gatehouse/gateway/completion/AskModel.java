package gatehouse.gateway.completion;

import gatehouse.gateway.permit.PermitLife;
import gatehouse.gateway.route.Route;
import gatehouse.gateway.upstream.Deployment;
import gatehouse.gateway.upstream.ModelAnswer;
import gatehouse.gateway.upstream.ModelCalls;
import jakarta.enterprise.context.ApplicationScoped;

/** One attempt at one deployment. An attempt that ends without an answer counts as it ended. */
@ApplicationScoped
class AskModel {
  private final ModelCalls models;
  private final ModelMeters meters;

  AskModel(ModelCalls models, ModelMeters meters) {
    this.models = models;
    this.meters = meters;
  }

  /** Sends the bytes that were admitted, unless the permit ends before they leave. */
  ModelAnswer ask(Deployment deployment, Route route, byte[] bytes, PermitLife life) {
    long sentAt = System.nanoTime();
    ModelAnswer answer = models.call(deployment.upstream(), route.path(), bytes, life::isLive);
    ModelMeters.Asked asked =
        new ModelMeters.Asked(route, deployment.name(), deployment.application(), sentAt);
    switch (answer) {
      case ModelAnswer.Unreachable _ -> meters.failed(asked, "unreachable");
      case ModelAnswer.Refused(int status, var _) -> meters.failed(asked, Integer.toString(status));
      case ModelAnswer.Accepted _, ModelAnswer.Withheld _ -> {}
    }
    return answer;
  }
}
