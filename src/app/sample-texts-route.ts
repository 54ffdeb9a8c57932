import type { FastifyInstance } from 'fastify';
import { zipOfSamples } from './seed/laws/sample-zip.ts';
import { OFFERED } from './seed/laws/texts.ts';

const NAME = '示例法规文本（演示）.zip';

/** Demonstration only: a file to try the loading of texts with. */
export async function sampleTextsRoute(app: FastifyInstance): Promise<void> {
  app.get('/api/law-library/sample', { schema: { summary: '演示用的示例法规文本' }, config: { scope: 'signed-in' } }, async (_, reply) =>
    reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(NAME)}`)
      .header('x-content-type-options', 'nosniff')
      .send(await zipOfSamples(OFFERED)),
  );
}
