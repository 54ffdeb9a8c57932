import { describe, expect, it } from 'vitest';
import { type ActingPost, BAYANNUR_2026, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, register } from '#testing/rehearsal-city';
import { LAW_CHANGE } from './kind-change.ts';
import { LAW_IMPORT } from './kind-import.ts';
import { LAW_LINKS } from './kind-links.ts';

const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const SYSTEM: ActingPost = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null };
const MANAGER = actor('市司法局', 'supervisor', '监督员');
const IMPORT = anyKind(LAW_IMPORT);
const CHANGE = anyKind(LAW_CHANGE);
const LINKS = anyKind(LAW_LINKS);
const OTHER = actor('市司法局', 'head', '局长');
const COUNTS = { added: 1, changed: 0, unchanged: 0, refused: 0, articles: 3, problems: 0 };
const TEXTS: Readonly<Record<string, Json>> = { file: [idOf('渔港管理条例.md')] };
const CONFLICT: Readonly<Record<string, Json>> = {
  what: 'start-assumed',
  law: '渔港管理条例',
  edition: '2010年修正',
  says: '文本没有载明修改后的施行日期',
  startsOn: '2010-03-01',
  chosen: null,
  decision: '核对公报：自2010年3月1日起施行。',
};
const ITEM = { what: 'rule', title: 'D12', place: '《渔港管理条例》第二条', reason: '文字已修改', ref: null };
const IMPACT: Readonly<Record<string, Json>> = { owner: idOf('区市场监管局'), from: idOf('载入'), laws: '渔港管理条例', items: [ITEM] };
const opened = rehearse(IMPORT, STAGE, '2026-06-01').does(MANAGER, 'open', TEXTS);

describe('法规文本载入（细则第八条第一项）', () => {
  it('由市级司法行政部门载入，旗县区司法局、部门不能', () => {
    const start = rehearse(IMPORT, STAGE, '2026-06-01');
    expect(start.tries(MANAGER, 'open', TEXTS)).toBeNull();
    expect(start.tries(actor('区司法局', 'supervisor', '监督员'), 'open', TEXTS)).toMatchObject({
      refused: 'not-city-bureau',
      cite: { article: 8 },
    });
    expect(start.tries(actor('市交通局', 'handler', '承办人'), 'open', TEXTS)).toMatchObject({ refused: 'wrong-role' });
  });

  it('读取完成只由平台登记；读取中的可以停止，完成后的不能', () => {
    expect(opened.tries(MANAGER, 'finish', COUNTS)).toMatchObject({ refused: 'wrong-role' });
    expect(opened.tries(MANAGER, 'cancel', { reason: '文件有误' })).toBeNull();
    expect(opened.does(SYSTEM, 'finish', COUNTS).tries(MANAGER, 'cancel', { reason: '文件有误' })).toMatchObject({
      refused: 'wrong-state',
    });
  });

  it('施行日不明的矛盾，核定时要写施行日期；其他矛盾不要求', () => {
    const finished = opened.does(SYSTEM, 'finish', COUNTS);
    expect(finished.tries(MANAGER, 'settle-conflict', CONFLICT)).toBeNull();
    expect(finished.tries(MANAGER, 'settle-conflict', { ...CONFLICT, startsOn: null })).toMatchObject({ refused: 'no-day' });
  });

  it('同一版本的两个文本，要选定其中一个', () => {
    const finished = opened.does(SYSTEM, 'finish', COUNTS);
    const two = { ...CONFLICT, what: 'two-texts', says: '甲.md、一、二.zip/乙.md内容不同', startsOn: null };
    expect(finished.tries(MANAGER, 'settle-conflict', two)).toMatchObject({ refused: 'no-text' });
    expect(finished.tries(MANAGER, 'settle-conflict', { ...two, chosen: '丙.md' })).toMatchObject({ refused: 'not-among' });
    for (const chosen of ['甲.md', '一、二.zip/乙.md']) expect(finished.tries(MANAGER, 'settle-conflict', { ...two, chosen })).toBeNull();
  });

  it('没有走不出的状态，读取中的总有人能办，每一步注明条文', () => {
    const playground: Playground = {
      kind: IMPORT,
      cast: [MANAGER, SYSTEM],
      inputs: (act) => [{ finish: COUNTS, cancel: { reason: '停止' }, 'settle-conflict': CONFLICT }[act] ?? {}],
      situation: (at) => at.state.status,
      settled: (at) => at,
      days: 30,
      until: '2026-12-31',
    };
    const graph = explore(playground, opened);
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(Object.keys(LAW_IMPORT.statuses).sort());
    expect(missingArticles(IMPORT)).toEqual([]);
  });
});

describe('法规变动影响', () => {
  const listed = rehearse(CHANGE, STAGE, '2026-06-01').does(SYSTEM, 'open', IMPACT);
  it('只由平台列出；由负责单位处理，写明处理情况', () => {
    expect(rehearse(CHANGE, STAGE, '2026-06-01').tries(MANAGER, 'open', IMPACT)).toMatchObject({ refused: 'wrong-role' });
    expect(listed.tries(MANAGER, 'settle', { outcome: '已修改' })).toMatchObject({ refused: 'wrong-role' });
    expect(listed.tries(actor('区市场监管局', 'legal-office', '法制员'), 'settle', { outcome: '已修改' })).toBeNull();
  });

  it('没有走不出的状态，待处理的总有人能办', () => {
    const playground: Playground = {
      kind: CHANGE,
      cast: [actor('区市场监管局', 'legal-office', '法制员'), actor('区市场监管局', 'head', '局长')],
      inputs: () => [{ outcome: '已核对' }],
      situation: (at) => at.state.status,
      settled: (at) => at,
      days: 30,
      until: '2026-12-31',
    };
    const graph = explore(playground, listed);
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(Object.keys(LAW_CHANGE.statuses).sort());
    expect(missingArticles(CHANGE)).toEqual([]);
  });
});

describe('条文对应登记：一人登记，另一人核对采用', () => {
  const PAIRS = [
    { from: '第二十七条', to: '第三十三条' },
    { from: '第五条第二款', to: '第六条' },
  ];
  const ENTERED: Readonly<Record<string, Json>> = {
    ...{ law: '中华人民共和国渔港法', toLaw: null, changedOn: '2021-01-22', pairs: PAIRS, basis: '修改决定第三项。', proof: null },
  };
  const start = rehearse(LINKS, STAGE, '2026-06-01');
  const entered = start.does(MANAGER, 'open', ENTERED);
  it('由市级司法行政部门登记；写不成一处条文的说明是第几行', () => {
    expect(start.tries(actor('区司法局', 'supervisor', '监督员'), 'open', ENTERED)).toMatchObject({ refused: 'not-city-bureau' });
    const unclear = { ...ENTERED, pairs: [...PAIRS, { from: '第三条、第四条', to: '第五条' }] };
    expect(start.tries(MANAGER, 'open', unclear)).toMatchObject({ refused: 'not-a-place', reason: expect.stringContaining('第3行') });
    expect(entered.state).toMatchObject({
      law: '渔港法',
      toLaw: '渔港法',
      pairs: [{ from: { article: 27 }, to: { article: 33 } }, { from: { paragraph: 2 } }],
    });
  });
  it('登记人自己不能核对采用，另一人可以；采用后可以停用，未采用的不能', () => {
    expect(entered.tries(MANAGER, 'confirm', { words: '一致' })).toMatchObject({ refused: 'same-person', cite: { article: 8 } });
    const adopted = entered.does(OTHER, 'confirm', { words: '与决定逐条一致' });
    expect(adopted.tries(OTHER, 'revoke', { reason: '有误' })).toBeNull();
    expect(entered.does(MANAGER, 'refuse', { reason: '填错' }).tries(OTHER, 'revoke', { reason: '有误' })).toMatchObject({
      refused: 'wrong-state',
    });
  });
  it('没有走不出的状态，待核对的总有人能办，每一步注明条文', () => {
    const playground: Playground = {
      kind: LINKS,
      cast: [MANAGER, OTHER],
      inputs: (act) => [act === 'confirm' ? { words: '一致' } : { reason: '有误' }],
      situation: (at) => at.state.status,
      settled: (at) => at,
      days: 30,
      until: '2026-12-31',
    };
    const graph = explore(playground, entered);
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(Object.keys(LAW_LINKS.statuses).sort());
    expect(missingArticles(LINKS)).toEqual([]);
  });
});
