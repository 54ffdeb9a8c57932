import type { Citation } from '#law';
import type { Problem } from './types.ts';

/** Everything that can come back instead of an answer (ADR 0002 §3), each with a Chinese reason for the person. */
export type Failure = { readonly reason: string } & (
  | {
      readonly is: 'refused';
      readonly code: string;
      readonly cite: Citation | null;
      readonly article: string | null;
      /** The matter that stands in the way. */
      readonly matterId: string | null;
    }
  | { readonly is: 'input'; readonly problems: readonly Problem[] }
  | { readonly is: 'signed-out' | 'step-up' | 'forbidden' | 'absent' | 'key-reused' | 'too-many' | 'disk' | 'database' | 'offline' }
  | { readonly is: 'changed'; readonly seq: number | null }
  /** An upload in parts goes on at another place. */
  | { readonly is: 'offset'; readonly offset: number }
  | { readonly is: 'unexpected'; readonly status: number }
);

/** The only thing the client throws. */
export class ApiError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}

type Body = { readonly [key: string]: unknown };

function textOf(body: Body, key: string): string | null {
  const value = body[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

const PLAIN = {
  'signed-out': '登录已过期或已在别处退出',
  'step-up': '此项操作需要再次验证身份',
  forbidden: '当前岗位无权进行此项操作',
  absent: '没有找到，或者不在您的查阅范围内',
  'key-reused': '同一次提交的内容前后不一致，请刷新页面后再办理',
  'too-many': '操作过于频繁，请稍候再试',
  disk: '服务器存储空间不足，本次未写入任何内容；请联系系统管理员',
  database: '数据库暂时无法连接，本次办理未能确认保存；请稍候重试，不会重复办理',
  offline: '无法连接服务器，请检查网络后重试',
} as const;

const BY_STATUS: Readonly<Record<number, keyof typeof PLAIN>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'absent',
  429: 'too-many',
  503: 'database',
  507: 'disk',
};

/** Reads an answer that is not 2xx. Unknown bodies keep the status so that a report names it. */
export function readFailure(status: number, json: unknown): Failure {
  const body: Body = typeof json === 'object' && json !== null ? { ...json } : {};
  const said = textOf(body, 'reason');
  const error = textOf(body, 'error');
  if (status === 422 && textOf(body, 'refused') !== null) {
    return {
      is: 'refused',
      code: textOf(body, 'refused') ?? '',
      cite: readCitation(body['cite']),
      article: textOf(body, 'article'),
      matterId: textOf(body, 'matterId'),
      reason: said ?? '依照规定不能办理',
    };
  }
  if (status === 400 && error === 'input') {
    return { is: 'input', problems: readProblems(body['problems']), reason: said ?? '有内容需要更正' };
  }
  if (status === 409 && error === 'changed') {
    const seq = body['seq'];
    return { is: 'changed', seq: typeof seq === 'number' ? seq : null, reason: said ?? '其他人刚刚办理了此事项' };
  }
  const offset = body['offset'];
  if (status === 409 && error === 'offset' && typeof offset === 'number') return { is: 'offset', offset, reason: said ?? '' };
  if (status === 409 && error === 'key-reused') return { is: 'key-reused', reason: said ?? PLAIN['key-reused'] };
  if (status === 403 && error === 'step-up') return { is: 'step-up', reason: said ?? PLAIN['step-up'] };
  const plain = BY_STATUS[status];
  if (plain !== undefined) return { is: plain, reason: said ?? PLAIN[plain] };
  return { is: 'unexpected', status, reason: said ?? `服务器出现意外（代码 ${status}），本次操作可能没有完成，请刷新后核对` };
}

export function offline(): Failure {
  return { is: 'offline', reason: PLAIN.offline };
}

export function failureOf(error: unknown): Failure {
  if (error instanceof ApiError) return error.failure;
  return { is: 'unexpected', status: 0, reason: '页面出现意外，请刷新后重试；已保存的草稿不会丢失' };
}

function readProblems(value: unknown): readonly Problem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const problem: Body = { ...item };
    return [{ path: textOf(problem, 'path') ?? '', label: textOf(problem, 'label') ?? '', reason: textOf(problem, 'reason') ?? '不正确' }];
  });
}

function readCitation(value: unknown): Citation | null {
  if (typeof value !== 'object' || value === null || !('instrument' in value)) return null;
  return value as Citation;
}
