import { describe, expect, it } from 'vitest';
import { type ActingPost, BAYANNUR_2026, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, register } from '#testing/rehearsal-city';
import { UNFINISHED_EFFECT } from './kind.ts';

const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const SYSTEM: ActingPost = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null };
const KIND = anyKind(UNFINISHED_EFFECT);
const OPENING: Readonly<Record<string, Json>> = {
  owner: idOf('区司法局'),
  label: '3',
  cause: idOf('监督文书'),
  causeKind: '监督文书',
  causeSeq: 5,
  item: 71,
  topic: 'supervision-document.sign',
  effect: '监督文书签发，记入来源监督案件',
};
const supervisor = actor('区司法局', 'supervisor', '监督员');
const start = rehearse(KIND, STAGE, '2026-06-01');
const open = start.does(SYSTEM, 'open', OPENING);
const REASON = { reason: '已经人工登记到来源案件' };

describe('未完成的自动衔接交人办理（细则第三条第二款）', () => {
  it('只由平台立件，密级随原事项；由承办机关办理，别的机关不能', () => {
    expect(start.tries(supervisor, 'open', OPENING)).toMatchObject({ refused: 'wrong-role' });
    expect(KIND.label(open.state)).toBe(3);
    expect(open.tries(supervisor, 'try-again')).toBeNull();
    expect(open.tries(actor('市交通局', 'handler', '承办人'), 'try-again')).toMatchObject({ refused: 'wrong-role' });
    expect(open.tries(actor('市交通局', 'handler', '承办人'), 'close', REASON)).toMatchObject({ refused: 'wrong-role' });
  });

  it('结果只由平台登记：办成的办结，没有办成的回到待处理，可以再办、可以关闭', () => {
    const trying = open.does(supervisor, 'try-again');
    expect(trying.tries(supervisor, 'worked')).toMatchObject({ refused: 'wrong-role' });
    expect(trying.does(SYSTEM, 'worked').state).toMatchObject({ status: 'done', tries: [{ worked: true }] });
    const failed = trying.does(SYSTEM, 'failed');
    expect(failed.state).toMatchObject({ status: 'open', tries: [{ worked: false }] });
    expect(failed.tries(supervisor, 'try-again')).toBeNull();
    expect(failed.does(supervisor, 'close', REASON).state).toMatchObject({ status: 'closed', ...REASON });
    expect(open.tries(SYSTEM, 'worked')).toMatchObject({ refused: 'wrong-state' });
  });

  it('题名和待办只写哪一类事项的哪一项衔接', () => {
    expect(KIND.title(open.state)).toBe('自动衔接未完成（第71号）：监督文书·监督文书签发，记入来源监督案件');
  });

  it('没有走不出的状态，未办结的总有人能办，每一步注明条文', () => {
    const playground: Playground = {
      kind: KIND,
      cast: [supervisor, actor('区司法局', 'head', '局长'), SYSTEM],
      inputs: (act) => [act === 'close' ? REASON : {}],
      situation: (at) => `${at.state.status} ${at.acts.length > 4}`,
      settled: (at) => at,
      days: 30,
      until: '2026-12-31',
    };
    const graph = explore(playground, open);
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(
      Object.keys(UNFINISHED_EFFECT.statuses).sort(),
    );
    expect(missingArticles(KIND)).toEqual([]);
  });
});
