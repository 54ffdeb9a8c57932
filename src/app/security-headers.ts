import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';

/**
 * What browsers are told about every answer. Scripts come from this server alone; styles also inline, because the
 * component library writes its own. Framing is left to our own pages: they show documents in a frame.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

export async function setUpSecurityHeaders(app: FastifyInstance): Promise<void> {
  const fixed = await helmetHeaders();
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(fixed);
    done();
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    const type = String(reply.getHeader('content-type') ?? '');
    // Only pages run scripts; the browsers' own viewer of PDF files refuses to work under a policy.
    if (type.startsWith('text/html') && !reply.hasHeader('content-security-policy')) reply.header('content-security-policy', PAGE_POLICY);
    // Answers of the API are of one person and one moment.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
}

/** What helmet tells browsers is the same in every answer: it is asked once, on a server that answers nobody else. */
async function helmetHeaders(): Promise<Readonly<Record<string, string>>> {
  const asked = fastify();
  await asked.register(helmet, {
    contentSecurityPolicy: false,
    frameguard: { action: 'sameorigin' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: { maxAge: 31_536_000, includeSubDomains: false },
  });
  let headers: Readonly<Record<string, string>> = {};
  asked.get('/', (_request, reply) => {
    headers = Object.fromEntries(Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]));
    return reply.send();
  });
  await asked.inject('/');
  await asked.close();
  if (headers['x-frame-options'] === undefined) throw new Error('helmet set no headers');
  return headers;
}
