import type { FastifyInstance } from 'fastify';
import type { DiskWatch } from '#platform/data-folder-space';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Signing in and out writes next to nothing, and without it nobody could even look. */
const SESSION = /^\/api\/sessions?(\/|\?|$)/;

const ANSWER = {
  error: 'disk',
  reason: '服务器磁盘空间不足，暂时只能查看、不能办理。已办理的内容不受影响，请联系系统管理员清理磁盘。',
};

/** With too little room left nothing is written, so that nothing is half written; reading goes on, and writing resumes by itself. */
export function setUpFullDisk(app: FastifyInstance, disk: DiskWatch): void {
  app.addHook('onRequest', (request, answer, done) => {
    if (READS.has(request.method) || SESSION.test(request.url) || request.routeOptions.config.changesNothing || !disk.readOnly()) done();
    else void answer.code(507).send(ANSWER);
  });
}
