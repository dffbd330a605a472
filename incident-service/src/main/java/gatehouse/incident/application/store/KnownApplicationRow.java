package gatehouse.incident.application.store;

import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.application.Tier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "known_application")
class KnownApplicationRow {
  @Id String id;
  String code;
  String status;

  @Enumerated(EnumType.STRING)
  Tier tier;

  String digest;
  String product;
  String vendor;
  String department;

  @Enumerated(EnumType.STRING)
  @Column(name = "failover_mode")
  FailoverPlan.Mode failoverMode;

  String backup;

  @Column(name = "route_zh")
  String routeZh;

  @Column(name = "route_en")
  String routeEn;

  long version;

  void take(KnownApplication application) {
    id = application.id();
    code = application.code();
    status = application.status();
    tier = application.tier();
    digest = application.digest();
    product = application.product();
    vendor = application.vendor();
    department = application.department();
    failoverMode = application.failover().mode();
    backup = application.failover().backup();
    ManualRoute route = application.failover().manualRoute();
    routeZh = route == null ? null : route.zh();
    routeEn = route == null ? null : route.en();
    version = application.version();
  }

  KnownApplication application() {
    ManualRoute route = routeZh == null ? null : new ManualRoute(routeZh, routeEn);
    return new KnownApplication(
        id,
        code,
        status,
        tier,
        digest,
        product,
        vendor,
        department,
        new FailoverPlan(failoverMode, backup, route),
        version);
  }
}
