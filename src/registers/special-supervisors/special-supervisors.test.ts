import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type ActingPost, BAYANNUR_2026, type BaseState, type Json, SECOND_CITY } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, listedIn, missingArticles, type Playground, taskFault } from '#testing/explore';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, register } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import { SPECIAL_SUPERVISOR } from './kind.ts';
import { SOURCE_LABELS, type SpecialSupervisor, STATUS_LABELS } from './model.ts';

const KIND = anyKind(SPECIAL_SUPERVISOR);
type Input = Readonly<Record<string, Json>>;
const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const bureau = (unit: string) => ({
  supervisor: actor(unit, 'supervisor', '监督员'),
  checker: actor(unit, 'checker', '审核员'),
  head: actor(unit, 'head', '局长'),
  sealKeeper: actor(unit, 'seal-keeper', '文印员'),
});
const DISTRICT = bureau('区司法局');
const SYSTEM: ActingPost = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null };

const NOMINEE: Input = {
  ...{ name: '王某', workplace: '某律师事务所律师', source: 'lawyer', nominator: '市律师协会', grounds: '从事行政法律服务十年' },
  ...{ photo: null, materials: null, renews: null },
};
const REVIEW: Input = { isFit: true, opinion: '符合条件', publicity: null };
const TERM: Input = { from: '2026-06-10', to: '2026-09-30', area: '临河区', approval: null, contact: '协调监督股' };
const WENT: Input = { activity: 'accompany', unit: idOf('区市场监管局'), words: '随同检查', record: null };

function rendered(r: Rehearsal): Rehearsal {
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: 'c'.repeat(64) };
  return r.withState((s: BaseState) => ({ ...s, renderings: Object.fromEntries(r.acts.map((_, i) => [`DOC-32-证/${i + 1}`, rendering])) }));
}
const start = rehearse(KIND, STAGE, '2026-06-10');
const appointed = (by = DISTRICT, term = TERM) =>
  start.does(by.supervisor, 'nominate', NOMINEE).does(by.checker, 'review', REVIEW).does(by.head, 'appoint', term);
const serving = (by = DISTRICT, term = TERM) =>
  rendered(rendered(appointed(by, term)).does(by.sealKeeper, 'seal')).does(by.supervisor, 'hand-over');

describe('聘任和发证（细则第十七条）', () => {
  it('只由司法行政部门聘任；提名、审查、签发、用印各是一人', () => {
    const other = actor('区市场监管局', 'head', '局长');
    expect(start.tries(other, 'nominate', NOMINEE)).toMatchObject({ refused: 'not-bureau', cite: { instrument: '实施细则', article: 17 } });
    const nominated = start.does(DISTRICT.head, 'nominate', NOMINEE);
    expect(nominated.tries(DISTRICT.head, 'review', REVIEW)).toMatchObject({ refused: 'own-nomination' });
    expect(nominated.tries(DISTRICT.checker, 'review', { ...REVIEW, isFit: false })).toMatchObject({ refused: 'not-fit' });
    const reviewed = start.does(DISTRICT.supervisor, 'nominate', NOMINEE).does(DISTRICT.head, 'review', REVIEW);
    expect(reviewed.tries(DISTRICT.head, 'appoint', TERM)).toMatchObject({ refused: 'own-review' });
    expect(appointed().tries(DISTRICT.sealKeeper, 'seal')).toMatchObject({ refused: 'not-rendered' });
    expect(rendered(appointed()).tries(DISTRICT.head, 'seal')).toMatchObject({ refused: 'own-seal' });
  });

  it.each([
    ['起始日就是签发日', {}, null],
    ['起始日早于签发日', { from: '2026-06-09' }, 'term-past'],
    ['只聘一日', { to: '2026-06-10' }, null],
    ['最后一日早于起始日', { to: '2026-06-09' }, 'term'],
  ])('%s', (_, more, refused) => {
    const ready = start.does(DISTRICT.supervisor, 'nominate', NOMINEE).does(DISTRICT.checker, 'review', REVIEW);
    const answer = ready.tries(DISTRICT.head, 'appoint', { ...TERM, ...more });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });

  it('聘书和证件同号；聘书引本市条文，没有此项规定的城市不印条文', () => {
    const issued = appointed().issued.filter((i) => i.numbered);
    expect(issued.map((i) => [i.kind, i.publiclyVerifiable])).toEqual([
      ['DOC-32', true],
      ['DOC-32-证', true],
    ]);
    const letter = (r: Rehearsal) => {
      const issue = r.issued.find((i) => i.kind === 'DOC-32');
      return JSON.stringify(TEMPLATES.find((t) => t.template === issue?.template)?.make(JSON.parse(JSON.stringify(issue?.facts))));
    };
    expect(letter(appointed())).toContain('第十七条，聘请您');
    const elsewhere = rehearse(KIND, { ...STAGE, profile: SECOND_CITY }, '2026-06-10')
      .does(DISTRICT.supervisor, 'nominate', NOMINEE)
      .does(DISTRICT.checker, 'review', REVIEW)
      .does(DISTRICT.head, 'appoint', TERM);
    expect(letter(elsewhere)).not.toContain('第十七条');
  });
});

describe('只在聘任区域、聘期之内活动（细则第十七条）', () => {
  it.each([
    ['区司法局聘任，到本区单位', DISTRICT, '区市场监管局', null],
    ['区司法局聘任，到本区的镇', DISTRICT, '狼山镇', null],
    ['区司法局聘任，到旗里的单位', DISTRICT, '旗农牧局', null],
    ['区司法局聘任，到市里的单位', DISTRICT, '市交通局', 'outside-area'],
    ['市司法局聘任，到区里的单位', bureau('市司法局'), '区市场监管局', null],
    ['单位没有登记', DISTRICT, '旧局', 'not-valid'],
  ])('%s', (_, by, unit, refused) => {
    const answer = serving(by).tries(by.supervisor, 'record-activity', { ...WENT, unit: idOf(unit) });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });

  it('聘期首日、最后一日可以，次日不可以；解聘之日起不可以', () => {
    expect(serving().tries(DISTRICT.supervisor, 'record-activity', WENT, { on: '2026-06-10' })).toBeNull();
    expect(serving().tries(DISTRICT.supervisor, 'record-activity', WENT, { on: '2026-06-09' })).toMatchObject({ refused: 'outside-term' });
    expect(serving().on('2026-09-30').tries(DISTRICT.supervisor, 'record-activity', WENT)).toBeNull();
    const over = serving().on('2026-10-01');
    expect(over.state).toMatchObject({ status: 'expired', stoppedOn: '2026-10-01' });
    expect(over.clocks()).toMatchObject([{ clock: 'KS-55', dueOn: '2026-09-30', stoppedOn: '2026-09-30' }]);
    expect(over.tries(DISTRICT.supervisor, 'record-activity', WENT)).toMatchObject({ refused: 'wrong-state' });
    const dismissed = serving().on('2026-07-01').does(DISTRICT.head, 'dismiss', { reason: '本人申请' });
    expect(dismissed.state).toMatchObject({ status: 'dismissed', stoppedOn: '2026-07-01' });
    expect(dismissed.does(DISTRICT.supervisor, 'collect', { channel: '区政府网站' }).state.status).toBe('ended');
  });

  it('履职记录列出每次活动和所到单位', () => {
    const assessed = serving().does(DISTRICT.supervisor, 'record-activity', WENT).does(DISTRICT.checker, 'assess', { words: '称职' });
    const issue = assessed.issued.at(-1);
    const made = JSON.stringify(TEMPLATES.find((t) => t.template === issue?.template)?.make(JSON.parse(JSON.stringify(issue?.facts))));
    for (const words of ['临河区市场监督管理局', '随同检查', '称职', '2026-06-10']) expect(made).toContain(words);
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  const INPUTS: Readonly<Record<string, Input>> = {
    ...{ review: REVIEW, refuse: { reason: '不符合条件' }, appoint: { ...TERM, from: '2026-08-01' }, 'record-activity': WENT },
    ...{ assess: { words: '称职' }, dismiss: { reason: '本人申请' }, collect: { channel: '网站' }, withdraw: { reason: '撤回' } },
    'hand-over': { words: null },
    'seal-by-hand': { scan: [idOf('扫描')] },
  };
  const ground: Playground = {
    kind: KIND,
    cast: [...Object.values(DISTRICT), SYSTEM],
    inputs: (act, at) => [act === 'appoint' ? { ...TERM, from: at.today, to: '2026-12-01' } : (INPUTS[act] ?? {})],
    situation: (at) => {
      const s = at.state as SpecialSupervisor;
      return JSON.stringify([s.status, s.reviewer?.name ?? null, s.activities.length > 0, s.assessments.length > 0]);
    },
    settled: rendered,
    days: 90,
    until: '2027-03-31',
  };

  it('都能走到收证，未结的都有人能办', () => {
    const graph = explore(ground, start.does(DISTRICT.supervisor, 'nominate', NOMINEE));
    expect(deadEnds(ground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(ground, at)).toBeNull();
    const reached = new Set([...graph.seen.values()].map((at) => at.state.status));
    expect([...reached].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名和取值一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611271020_special_supervisors_table.sql', import.meta.url), 'utf8');
    expect(listedIn(sql, 'source')).toEqual(Object.keys(SOURCE_LABELS));
    for (const column of Object.keys(columns(serving().state as SpecialSupervisor))) expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});
