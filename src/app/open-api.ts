import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { rowOf } from '#law';
import type { Platform } from '#platform/acts/perform';
import { formSchema, type JsonSchema } from '#platform/http/form-schema';

/** OpenAPI 3.1, generated from the contracts of the routes and the forms of the acts: `GET /api/openapi.json`. Register before any route. */
export async function setUpOpenApi(app: FastifyInstance, platform: Platform): Promise<void> {
  const inputs = inputsByUrl(platform);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '法衡', version: '0.1.0', description: '行政执法监督平台接口。办理类接口须带请求头 X-Faheng: 1 与 Idempotency-Key。' },
    },
    transform: ({ schema, url }) => {
      const input = inputs.get(url);
      const body: unknown = schema?.body;
      if (input === undefined || typeof body !== 'object' || body === null) return { schema, url };
      const properties: unknown = Reflect.get(body, 'properties');
      return {
        schema: { ...schema, body: { ...body, properties: { ...(typeof properties === 'object' ? properties : {}), input } } },
        url,
      };
    },
  });
  app.get('/api/openapi.json', { schema: { hide: true }, config: { scope: 'signed-in' } }, () => app.swagger());
}

function inputsByUrl(platform: Platform): ReadonlyMap<string, JsonSchema> {
  const found = new Map<string, JsonSchema>();
  for (const kind of platform.kinds.values()) {
    for (const [act, form] of Object.entries(kind.forms)) {
      const opens = rowOf(kind, act)?.from === 'start';
      found.set(opens ? `/api/${kind.kind}/${act}` : `/api/${kind.kind}/:id/${act}`, formSchema(form));
    }
  }
  return found;
}
