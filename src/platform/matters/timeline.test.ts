import { describe, expect, it } from 'vitest';
import { type ActFrame, localDate, type StoredAct } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { LETTER } from '#testing/letter-kind';
import { mainLine } from './timeline.ts';

const FRAME: ActFrame = {
  seq: 1,
  type: 'open',
  mode: 'performed',
  legalDate: localDate('2026-03-16'),
  legalTime: null,
  recordedAt: '2026-03-16T01:00:00.000Z',
  actor: { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null },
  number: null,
  documents: {},
  files: [],
};

function after(...types: readonly string[]): readonly StoredAct[] {
  return types.map((type, i) => ({
    frame: { ...FRAME, type, seq: i + 1 },
    version: 1,
    payload: { input: {}, number: null, documents: [], files: [] },
  }));
}

/** ✔ passed, ◉ here, ○ ahead. */
function drawn(status: string, acts: readonly StoredAct[]): string {
  const line = mainLine(anyKind(LETTER), acts, { status });
  return line.map(({ name, reached, current }) => `${current ? '◉' : reached ? '✔' : '○'}${name}`).join(' ');
}

describe('办件页的流程线始终说明走到哪里', () => {
  it.each([
    ['draft', ['open'], '◉拟稿 ○待签收 ○办理中 ○已答复'],
    ['received', ['open', 'send', 'receive'], '✔拟稿 ✔待签收 ◉办理中 ○已答复'],
    ['overdue', ['open', 'send', 'receive', 'lapse'], '✔拟稿 ✔待签收 ✔办理中 ◉逾期 ○已答复'],
    ['replied', ['open', 'send', 'receive', 'lapse', 'reply'], '✔拟稿 ✔待签收 ✔办理中 ◉已答复'],
  ])('%s', (status, types, line) => {
    expect(drawn(status, after(...types))).toBe(line);
  });
});
