import type { FastifyReply } from 'fastify';

/** Every lawful "no" of signing in and access, as adr/0002 item 3 has it: a code for programs, a reason for people. */
export type Denial = { readonly status: 400 | 401 | 403 | 404 | 409 | 422 | 429 | 503; readonly error: string; readonly reason: string };

export const SIGNED_OUT: Denial = { status: 401, error: 'signed-out', reason: '尚未登录，或登录已失效，请重新登录。已填写的内容会保留。' };
export const ABSENT: Denial = { status: 404, error: 'absent', reason: '没有这项内容，或者您无权查看。' };
export const UPLOAD_GONE: Denial = {
  status: 404,
  error: 'absent',
  reason: '上传的文件已失效（上传后24小时内没有使用的会被清除）或不是您上传的，请重新上传。',
};
export const SET_UP: Denial = { status: 403, error: 'set-up', reason: '请先设置新口令并绑定验证器，然后才能使用平台。' };
export const STEP_UP: Denial = { status: 403, error: 'step-up', reason: '此项操作需要再次输入验证器上的验证码。' };
export const CROSS_SITE: Denial = {
  status: 403,
  error: 'cross-site',
  reason: '请求不是从本平台页面发出的，已拒绝（缺少来源 Origin 或请求头 X-Faheng）。',
};
export const NEEDS_TLS: Denial = {
  status: 403,
  error: 'tls',
  reason:
    '只能通过 HTTPS 登录：明文 HTTP 会泄露口令和会话。请由管理员为本平台配置 TLS 证书或反向代理；在服务器本机可用 http://localhost 登录。',
};
export const TOO_MANY: Denial = { status: 429, error: 'too-many', reason: '请求过于频繁，请稍候一分钟再试。' };
export const MACHINE_KEY: Denial = { status: 401, error: 'machine-key', reason: '接口密钥无效、已过期、已停用，或未授权此项接口。' };

export const UNKNOWN: Denial = {
  status: 503,
  error: 'database',
  reason: '数据库暂时不可用，不能确认登录是否有效。请稍候重试；已填写的内容仍在。',
};

export function deny(reply: FastifyReply, { status, error, reason }: Denial): FastifyReply {
  return reply.code(status).send({ error, reason });
}

export function isDenial(value: unknown): value is Denial {
  return typeof value === 'object' && value !== null && 'status' in value && 'error' in value;
}
