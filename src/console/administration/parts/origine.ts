import type { Request } from 'express';

/** How browsers reach this service: what a form says of where it comes from, else the host asked for, by HTTPS unless it is this machine. */
export function origineDe({ headers }: Pick<Request, 'headers'>): string {
  const { origin, host = 'localhost' } = headers;
  if (origin !== undefined && origin !== 'null') return origin;
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return `${isLocal ? 'http' : 'https'}://${host}`;
}
