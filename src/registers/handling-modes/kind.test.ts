import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, register } from '#testing/rehearsal-city';
import { HANDLING_MODE } from './kind.ts';

const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const KIND = anyKind(HANDLING_MODE);
const PROPOSAL: Readonly<Record<string, Json>> = {
  ...{ bureau: idOf('市司法局'), caseKind: 'ordinary-penalty', mode: 'own-system', system: '演示办案系统' },
  ...{ from: '2026-06-10', reason: '已有自治区统建的办案系统，按日对接。' },
};
const [handler, head] = [actor('市交通局', 'handler', '承办人'), actor('市司法局', 'head', '局长')];
const supervisor = actor('市司法局', 'supervisor', '监督员');
const start = rehearse(KIND, STAGE, '2026-06-01');
const proposed = start.does(handler, 'propose', PROPOSAL);

describe('办理方式由单位提出、市司法局核准（细则第三条第一款）', () => {
  it('核准机关应当是市级司法行政部门，自有系统写明名称，日期不早于今日', () => {
    const tries = (more: Readonly<Record<string, Json>>) => start.tries(handler, 'propose', { ...PROPOSAL, ...more });
    expect(tries({})).toBeNull();
    expect(tries({ bureau: idOf('区司法局') })).toMatchObject({ refused: 'not-city-bureau' });
    expect(tries({ bureau: idOf('市政府') })).toMatchObject({ refused: 'not-city-bureau' });
    expect(tries({ system: null })).toMatchObject({ refused: 'no-system' });
    expect([tries({ from: '2026-06-01' }), tries({ from: '2026-05-31' })]).toMatchObject([null, { refused: 'past' }]);
  });

  it('只由市司法局负责人核准；核准晚于提出的日期的，自核准当日起', () => {
    expect(proposed.tries(supervisor, 'approve')).toMatchObject({ refused: 'wrong-role' });
    expect(proposed.tries(actor('区司法局', 'head', '局长'), 'approve')).toMatchObject({ refused: 'wrong-role' });
    expect(proposed.does(head, 'approve', { opinion: null }).state).toMatchObject({ status: 'approved', effectiveOn: '2026-06-10' });
    expect(proposed.on('2026-06-15').does(head, 'approve', { opinion: null }).state).toMatchObject({ effectiveOn: '2026-06-15' });
  });

  it('没有走不出的状态，未办结的总有人能办，每一步注明条文', () => {
    const words: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
      return: { words: '写明系统的建设依据。' },
      approve: { opinion: null },
      refuse: { reason: '系统没有对接条件。' },
      withdraw: { reason: '改在平台办理。' },
    };
    const playground: Playground = {
      kind: KIND,
      cast: [handler, supervisor, head],
      inputs: (act, at) => [act === 'resubmit' ? { ...PROPOSAL, from: at.today } : (words[act] ?? {})],
      situation: (at) => `${at.state.status} ${at.acts.length > 4}`,
      settled: (at) => at,
      days: 5,
      until: '2026-07-31',
    };
    const graph = explore(playground, proposed);
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(Object.keys(HANDLING_MODE.statuses).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });
});
