import type { MiddlewareHandler } from 'hono';
import { ChanceryError } from '../problems.ts';

// Scripts, styles, fonts and requests of the page itself and nothing else: no inline code, no other host, no frame.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Puts the same strict headers on every answer, errors included. */
export function strictHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  };
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Answers only requests that were made to this machine by name: a web page elsewhere that points its own name here
 * (DNS rebinding) is refused, and so is one that posts here from its own origin. `hosts` are names besides loopback.
 */
export function hostGuard(hosts: readonly string[]): MiddlewareHandler {
  const known = new Set([...LOOPBACK, ...hosts.map((host) => host.toLowerCase())]);
  return async (context, next) => {
    const host = hostnameOf(`http://${context.req.header('host') ?? new URL(context.req.url).host}`);
    if (host === null || !known.has(host)) throw forbiddenHost(host);
    const origin = context.req.header('origin');
    const isReading = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!isReading && origin !== undefined && hostnameOf(origin) !== host) throw forbiddenOrigin(origin);
    await next();
  };
}

function hostnameOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).hostname.toLowerCase() : null;
}

function forbiddenHost(host: string | null): ChanceryError {
  return new ChanceryError('serve/forbidden-host', `This server does not answer to the name '${host ?? ''}'.`, {
    expected: LOOPBACK,
    hint: 'To serve under another name, start it with --name NAME.',
  });
}

function forbiddenOrigin(origin: string): ChanceryError {
  return new ChanceryError('serve/forbidden-origin', `A page of ${origin} may not send anything here.`);
}
