import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { databaseTrouble } from '#platform/db';

/** Every error ends in a Chinese sentence and a number to ask about; never a stack, a statement or a path. */
export function setUpErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const trouble = databaseTrouble(error);
    if (trouble === 'gone')
      return reply
        .code(503)
        .send({ error: 'database', reason: '数据库暂时不可用，本次办理未能确认保存。请稍候重试，不会重复办理；已填写的内容仍在。' });
    if (trouble === 'full')
      return reply.code(507).send({ error: 'disk', reason: '服务器磁盘已满，暂时只能查看，不能办理。请联系系统管理员。' });
    if (trouble === 'busy') return reply.code(409).send({ error: 'busy', reason: '同时有人在办理同一事项，请再试一次。' });
    const problem = asProblem(error);
    if (problem !== null)
      return reply
        .code(problem.status)
        .send({ error: 'input', reason: problem.reason, problems: [{ path: problem.path, label: '', reason: problem.reason }] });
    const trace = randomUUID().slice(0, 8);
    console.error(`[${trace}] ${request.method} ${request.routeOptions.url ?? ''}`, error);
    return reply.code(500).send({ error: 'internal', reason: `系统出错，本次办理没有保存。请联系系统管理员，错误编号${trace}。` });
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return reply.code(404).send({ error: 'absent', reason: '没有这项内容，或者您无权查看。' });
    return reply.callNotFound === undefined
      ? reply.code(404).send()
      : reply.code(404).type('text/plain; charset=utf-8').send('没有这个页面');
  });
}

/** What the framework refuses before any route is found: an address that cannot be read, or one part of it that is too long. */
export function sendBadAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const reason = '网址无法识别，请检查后重试。';
  void reply.code(400).header('x-content-type-options', 'nosniff');
  if (request.url.startsWith('/api/')) void reply.send({ error: 'input', reason, problems: [{ path: '', label: '', reason }] });
  else void reply.type('text/plain; charset=utf-8').send(reason);
}

/** Where a request departs from its contract, and how, by the first finding of the validator. */
function placeOf(finding: unknown): { path: string; what: string } {
  if (typeof finding !== 'object' || finding === null) return { path: '', what: '' };
  const at = String(Reflect.get(finding, 'instancePath') ?? '').replace(/^\//, '');
  const params: unknown = Reflect.get(finding, 'params');
  const named = (key: string): string | null => {
    const name: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, key) : null;
    return typeof name === 'string' ? [at, name].filter((part) => part !== '').join('/') : null;
  };
  const missing = named('missingProperty');
  if (missing !== null) return { path: missing, what: '（缺少这一项）' };
  const unknown = named('additionalProperty');
  return unknown === null ? { path: at, what: '' } : { path: unknown, what: '（没有这一项）' };
}

function asProblem(error: unknown): { status: number; path: string; reason: string } | null {
  if (typeof error !== 'object' || error === null) return null;
  const validation: unknown = Reflect.get(error, 'validation');
  if (Array.isArray(validation)) {
    const { path, what } = placeOf(validation[0]);
    return { status: 400, path, reason: `请求格式不符${path === '' ? '' : `：${path}`}${what}` };
  }
  // Class 22 is what PostgreSQL makes of a value it cannot read: a NUL in a search, a forged place in a list.
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code))
    return { status: 400, path: '', reason: '请求中有无法识别的内容，请检查后重试' };
  const status: unknown = Reflect.get(error, 'statusCode');
  if (status === 413) return { status: 413, path: '', reason: '提交的内容过大' };
  if (typeof status === 'number' && status >= 400 && status < 500) return { status, path: '', reason: '请求无法读取，请检查格式' };
  return null;
}
