package org.coupure.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.serve.Route.Access;

/** The table of all that the service does; {@code /openapi.json} describes the same. */
final class Routes {
  private static final String OPENAPI = "/org/coupure/config/schema/openapi-1.json";

  private Routes() {}

  static List<Route> of(
      ServeSettings settings,
      RuleShelf rules,
      ClipGate gate,
      PoliteFetcher fetcher,
      Counters counters,
      AccessCheck check,
      String token) {
    int pageBytes = settings.limits().pageBytes();
    Snapshots snapshots = new Snapshots();
    ClipRoutes clip = new ClipRoutes(rules, gate, fetcher, pageBytes, counters);
    InspectRoutes inspect = new InspectRoutes(clip, rules, gate, snapshots);
    RuleRoutes rule = new RuleRoutes(rules, gate, snapshots, new SitePages(settings.pages()));
    List<Route> routes =
        new ArrayList<>(PageFiles.routes(token, check.needsKey(), settings.store() != null));
    routes.add(new Route("GET", "/openapi.json", Access.OPEN, Routes::openApi));
    routes.add(
        new Route(
            "GET",
            "/metrics",
            Access.READ,
            call -> call.answer("text/plain; version=0.0.4", counters.metrics())));
    routes.add(
        new Route(
            "GET",
            "/v1/token",
            Access.READ,
            call -> call.answer(HttpCall.JSON.createObjectNode().put("token", token))));
    routes.add(new Route("GET", "/v1/health", Access.READ, rule::health));
    routes.add(new Route("POST", "/v1/clip", Access.READ, clip::clip));
    routes.add(new Route("POST", "/v1/clips", Access.READ, clip::clips));
    routes.add(new Route("POST", "/v1/inspect", Access.READ, inspect::inspect));
    routes.add(new Route("GET", "/v1/snapshots/{id}", Access.OPEN, inspect::frame));
    routes.add(new Route("GET", "/v1/rules", Access.READ, rule::list));
    routes.add(new Route("POST", "/v1/rules/lint", Access.READ, rule::lint));
    routes.add(new Route("POST", "/v1/rules/try", Access.READ, rule::tryOut));
    routes.add(new Route("POST", "/v1/rules/learn", Access.READ, rule::learn));
    routes.add(new Route("GET", "/v1/repairs/{name}", Access.READ, rule::repair));
    routes.add(new Route("GET", "/v1/rules/{name}", Access.READ, rule::text));
    routes.add(new Route("PUT", "/v1/rules/{name}", Access.WRITE, rule::save));
    if (settings.store() != null) {
      StoreRoutes store = new StoreRoutes(settings.store());
      routes.add(new Route("GET", "/v1/search", Access.READ, store::search));
      routes.add(new Route("GET", "/v1/review", Access.READ, store::review));
      routes.add(new Route("GET", "/v1/records/{id}", Access.READ, store::record));
    }
    return List.copyOf(routes);
  }

  private static void openApi(HttpCall call) throws IOException {
    try (InputStream in = Routes.class.getResourceAsStream(OPENAPI)) {
      if (in == null) {
        throw new IllegalStateException("openapi-1.json is missing from the jar: a broken build");
      }
      call.answer(200, "application/json", in.readAllBytes());
    } catch (UncheckedIOException e) {
      throw new IOException("cannot read openapi-1.json from the jar", e);
    }
  }
}
