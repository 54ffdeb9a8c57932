import { compact } from './cells.ts';

/** Rows that are no decision: an order to change or delete one, or a trial. Recognised and reported, never loaded. */
export const OPERATION_LABELS = { update: '变更行', delete: '删除行', test: '测试行' } as const;
export type Operation = keyof typeof OPERATION_LABELS;
export type SetAside = { readonly operation: Operation; readonly because: string };

const TEST_WORDS = /^(?:测试(?:数据|记录|行|用)?|test(?:data)?|demo|试报|试填|样例|示例|填写示例)\d*$/i;
const DELETE_WORDS = /^(?:(?:已|请|申请|数据)?(?:删除|作废|撤销上报|注销)(?:本条|此条|该条|数据|记录)?|d|del|delete)$/i;
const UPDATE_WORDS = /^(?:(?:已|请|申请|数据)?(?:变更|修改|更新|更正)(?:本条|此条|该条|数据|记录)?|u|m|upd|update|modify)$/i;

/** `operation` is the 操作类型 column; where a file has none, the remark or the party's name may say it outright. */
export function readOperation(operation: string, remark: string, partyName: string): SetAside | null {
  const asked = compact(operation);
  if (asked !== '') {
    const word = wordOf(asked);
    if (word !== null) return { operation: word, because: `操作类型为“${asked}”` };
  }
  const noted = compact(remark).replace(/[。.!！]+$/, '');
  const word = noted.length <= 12 ? wordOf(noted) : null;
  if (word !== null) return { operation: word, because: `备注为“${noted}”` };
  const name = compact(partyName);
  return TEST_WORDS.test(name) ? { operation: 'test', because: `行政相对人名称为“${name}”` } : null;
}

function wordOf(text: string): Operation | null {
  if (TEST_WORDS.test(text)) return 'test';
  if (DELETE_WORDS.test(text)) return 'delete';
  return UPDATE_WORDS.test(text) ? 'update' : null;
}
