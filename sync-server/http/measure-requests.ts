/** Tells the metrics of each request by the pattern of its route, so that no address with an id in it is counted. */
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Metrics } from '../observability/metrics.ts';

/** What no route took. */
const unknownRoute = '(none)';

export function measureRequests(metrics: Metrics): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    // Checks before the routes match everything; a route is the last that is more than that.
    const route = matchedRoutes(c).findLast(({ path }) => path !== '/*' && path !== '*');
    const tookMs = performance.now() - startedAt;
    metrics.requestAnswered(
      route?.path ?? unknownRoute,
      methodOf(c.req.method),
      c.res.status,
      tookMs,
    );
  };
}

/** Anybody can make methods up. */
const methodOf = (method: string): string =>
  ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
