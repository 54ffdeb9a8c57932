import { describe, expect, it } from 'vitest';
import { type ActingPost, BAYANNUR_2026, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, register } from '#testing/rehearsal-city';
import { HELD_REPORT } from './kind.ts';

const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const SYSTEM: ActingPost = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null };
const KIND = anyKind(HELD_REPORT);
const OPENING: Readonly<Record<string, Json>> = {
  owner: idOf('市交通局'),
  ...{ caseKind: 'ordinary-penalty', caseName: '普通程序处罚案件', caseRef: '案2026-8', stepRef: '3', stepName: '作出处罚决定' },
  ...{ caseId: null, why: 'early', reason: '当前为“线索核查”', content: null },
};
const [handler, head] = [actor('市交通局', 'handler', '承办人'), actor('市交通局', 'head', '局长')];
const start = rehearse(KIND, STAGE, '2026-06-01');
const open = start.does(SYSTEM, 'open', OPENING);
const REASON = { reason: '报送系统重复发出，案件里已有该步骤。' };
const AGAIN = { why: 'form', reason: '办理日期不得早于上一步骤的日期', caseId: idOf('案件') };

describe('报送的步骤没有记入案件的，留存待处理（细则第八条第十二项）', () => {
  it('只由平台留存；报送单位的人处理，别的单位不能；不再记入只由负责人决定并写明理由', () => {
    expect(start.tries(handler, 'open', OPENING)).toMatchObject({ refused: 'wrong-role' });
    expect(open.tries(handler, 'try-again')).toBeNull();
    expect(open.tries(actor('市农牧局', 'handler', '承办人'), 'try-again')).toMatchObject({ refused: 'wrong-role' });
    expect(open.tries(handler, 'dismiss', REASON)).toMatchObject({ refused: 'wrong-role' });
    expect(open.does(head, 'dismiss', REASON).state).toMatchObject({ status: 'dismissed', ending: REASON.reason });
  });

  it('再次记入的结果由平台登记：记入的办结，没有记入的写明原因继续等候', () => {
    const trying = open.does(handler, 'try-again');
    expect(trying.does(SYSTEM, 'record').state).toMatchObject({ status: 'recorded', endedOn: '2026-06-01' });
    expect(trying.does(SYSTEM, 'hold-again', AGAIN).state).toMatchObject({ status: 'waiting', why: 'form', caseId: idOf('案件') });
  });

  it('满七日没有记入的交负责人，仍可再次记入', () => {
    expect(open.on('2026-06-08').state).toMatchObject({ status: 'waiting' });
    const late = open.on('2026-06-09');
    expect(late.state).toMatchObject({ status: 'overdue' });
    expect(late.tasks().map(({ act }) => act)).toEqual(['dismiss', 'try-again']);
    expect(late.does(handler, 'try-again').does(SYSTEM, 'hold-again', AGAIN).state).toMatchObject({ status: 'overdue' });
  });

  it('已经记入而内容不同的不再记入一次，由负责人核对', () => {
    const differs = start.does(SYSTEM, 'open', { ...OPENING, why: 'differs' });
    expect(differs.tries(handler, 'try-again')).toMatchObject({ refused: 'differs' });
    expect(differs.tasks()).toMatchObject([{ act: 'dismiss', roles: ['deputy-head', 'head'] }]);
  });

  it('没有走不出的状态，未办结的总有人能办，每一步注明条文', () => {
    const playground: Playground = {
      kind: KIND,
      cast: [handler, head, SYSTEM],
      inputs: (act) => [act === 'dismiss' ? REASON : act === 'hold-again' ? AGAIN : {}],
      situation: (at) => `${at.state.status} ${at.acts.length > 4}`,
      settled: (at) => at,
      days: 30,
      until: '2026-12-31',
    };
    const graph = explore(playground, open);
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(Object.keys(HELD_REPORT.statuses).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });
});
