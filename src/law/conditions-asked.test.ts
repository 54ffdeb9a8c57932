import { describe, expect, it } from 'vitest';
import { cite } from './citation.ts';
import { conditionsOf } from './conditions.ts';
import { conditionsAsked, stagesOf } from './conditions-asked.ts';
import type { AnyRow, DecisionCase } from './decide.ts';
import type { BaseState, MatterKind } from './matter-kind.ts';

const ART = cite('行政处罚法', 58);
const { law } = conditionsOf<BaseState>();
const row = {
  label: '作出决定',
  does: 'step',
  from: ['open'],
  to: 'done',
  by: [{ as: 'organ', roles: ['head'] }],
  cite: ART,
  guards: [
    law<null>('审核已经通过', ART, () => ['not-reviewed', '审核还没有通过']),
    law<null>('回避已经决定', ART, () => null),
    law<null>('期限届满', ART, () => 'unknown'),
    { ...law<null>('不是本人', ART, () => ['wrong-role', '由他人办理']), ofPerson: true as const },
    law<null>('拟稿人以外的人签发', ART, () => ['own-draft', '不得签发本人拟稿的文书']),
  ],
  inputGuards: [law<never>('数额不重于告知', ART, () => ['heavier', '重于告知'])],
  says: () => '',
} as unknown as AnyRow;
const at = { state: { status: 'open' }, input: null } as unknown as DecisionCase;

describe('缺什么：逐项询问办理条件', () => {
  it('每一项分别回答：已具备、缺、办理时核对；问办理人的不列', () => {
    expect(conditionsAsked(row, at).map(({ name, met, reason }) => [name, met, reason])).toEqual([
      ['审核已经通过', false, '审核还没有通过'],
      ['回避已经决定', true, null],
      ['期限届满', null, null],
      ['数额不重于告知', null, null],
    ]);
    expect(conditionsAsked(row, { ...at, state: null })).toEqual([]);
  });

  it('往后的环节由流程本身列出，写明办理人和条件', () => {
    const kind = {
      lifecycle: { decide: row, back: { ...row, label: '退回', aside: true } },
      ...{ mainLine: ['open', 'done'], statuses: { open: '审议', done: '办结' }, parties: { organ: '办案机关' } },
    } as unknown as MatterKind;
    expect(stagesOf(kind)).toMatchObject([
      { name: '审议', steps: [{ label: '作出决定', who: '办案机关的主要负责人', conditions: { length: 5 } }] },
      { name: '办结', steps: [] },
    ]);
  });
});
