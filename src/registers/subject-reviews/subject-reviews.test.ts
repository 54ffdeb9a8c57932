import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type BaseState, type Json, type MatterFact } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, register } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import { SUBJECT_REVIEW } from './kind.ts';
import { STATUS_LABELS, type SubjectReview } from './model.ts';

const KIND = anyKind(SUBJECT_REVIEW);
type Input = Readonly<Record<string, Json>>;
const CHANGE: MatterFact = {
  ...{ id: idOf('变更'), kind: 'subject-change', status: 'planned', homeId: idOf('区司法局'), followsThis: false },
  ...{ type: 'rename', about: [idOf('旗农牧局')], isIssued: true },
};
const STAGE: Stage = {
  facts: { ...register([], UNITS()), matters: new Map([[CHANGE.id, CHANGE]]) },
  profile: BAYANNUR_2026,
  calendar: testCalendar({}),
};
/** The register of the rehearsals with one more department below the district's bureau. */
function UNITS() {
  return [...register([]).organisations.values()].map((o) =>
    o.id === idOf('旗农牧局') ? { ...o, name: '临河区农牧局', bureauId: idOf('区司法局') } : o,
  );
}
const BUREAU = {
  supervisor: actor('区司法局', 'supervisor', '监督员'),
  deputy: actor('区司法局', 'deputy-head', '分管副局长'),
  head: actor('区司法局', 'head', '局长'),
  sealKeeper: actor('区司法局', 'seal-keeper', '文印员'),
};
const MARKET = actor('区市场监管局', 'legal-office', '法制员');
const FARM = actor('旗农牧局', 'handler', '承办人');
const GOVERNMENT = actor('区政府', 'government-office', '办文员');

const OPEN: Input = { year: 2026, units: [idOf('区市场监管局'), idOf('旗农牧局')], dueOn: '2026-06-30', requirement: '逐项核对职权依据。' };
const SAME: Input = {
  answer: 'same',
  powers: '《市场主体登记管理条例》第五条',
  staffing: '编制四十人，持证三十人',
  changes: null,
  papers: null,
};
const CONCLUDED: Input = {
  conclusions: [
    { unit: idOf('区市场监管局'), conclusion: 'keep', reason: '职权依据有效' },
    { unit: idOf('旗农牧局'), conclusion: 'change', reason: '机构改革更名' },
  ],
};
const SUBMIT: Input = { government: idOf('区政府'), opinion: '两个单位' };
const APPROVAL: Input = { number: '临政字〔2026〕8号', on: '2026-06-01', paper: null };
const start = rehearse(KIND, STAGE, '2026-06-01');
const opened = start.does(BUREAU.supervisor, 'open', OPEN);
const reported = opened.does(MARKET, 'report', SAME).does(FARM, 'report', { ...SAME, answer: 'changed', changes: '更名' });

function rendered(r: Rehearsal): Rehearsal {
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: 'c'.repeat(64) };
  return r.withState((s: BaseState) => ({
    ...s,
    renderings: Object.fromEntries(r.acts.map((_, i) => [`DOC-29-清理/${i + 1}`, rendering])),
  }));
}
const signed = reported
  .does(BUREAU.supervisor, 'close-reporting')
  .does(BUREAU.supervisor, 'conclude', CONCLUDED)
  .does(BUREAU.supervisor, 'submit', SUBMIT)
  .does(GOVERNMENT, 'approve', APPROVAL)
  .does(BUREAU.deputy, 'sign', { contact: '协调监督股' });
const following = rendered(signed).does(BUREAU.sealKeeper, 'seal').does(BUREAU.supervisor, 'publish', { channel: '区政府网站' });

describe('开始清理（细则第八条第四项）', () => {
  it.each([
    ['本级监督的执法主体', {}, null],
    ['受委托组织', { units: [idOf('交通支队')] }, 'not-a-subject'],
    ['派驻执法队伍', { units: [idOf('派驻中队')] }, 'not-a-subject'],
    ['司法行政部门自身', { units: [idOf('区司法局')] }, 'is-bureau'],
    ['市级单位', { units: [idOf('市交通局')] }, 'other-bureau'],
    ['没有登记的单位', { units: [idOf('旧局')] }, 'not-valid'],
    ['报送期限就是今日', { dueOn: '2026-06-01' }, null],
    ['报送期限是昨日', { dueOn: '2026-05-31' }, 'due-past'],
  ])('%s', (_, more, refused) => {
    const answer = start.tries(BUREAU.supervisor, 'open', { ...OPEN, ...more });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 8, item: 4 } });
  });
  it('只由司法行政部门开始', () => {
    expect(start.tries(actor('区市场监管局', 'head', '局长'), 'open', OPEN)).toMatchObject({ refused: 'not-bureau' });
  });
});

describe('单位自查、审核认定', () => {
  it('报送期限最后一日没有收齐的不能转入审核，次日可以；收齐的随时可以', () => {
    const one = opened.does(MARKET, 'report', SAME);
    expect(one.on('2026-06-30').tries(BUREAU.supervisor, 'close-reporting')).toMatchObject({ refused: 'still-reporting' });
    expect(one.on('2026-07-01').tries(BUREAU.supervisor, 'close-reporting')).toBeNull();
    expect(reported.tries(BUREAU.supervisor, 'close-reporting')).toBeNull();
    const clock = (r: Rehearsal) => r.clocks().find((c) => c.key === idOf('旗农牧局'));
    expect(clock(one)).toMatchObject({ dueOn: '2026-06-30', stoppedOn: null });
    expect(clock(reported)).toMatchObject({ stoppedOn: '2026-06-01' });
  });

  it('不在清理之列的单位不报送；再次报送以后一次为准', () => {
    expect(opened.tries(actor('狼山镇', 'head', '镇长'), 'report', SAME)).toMatchObject({ refused: 'wrong-role' });
    const again = reported.does(MARKET, 'report', { ...SAME, staffing: '编制四十一人' }).state as SubjectReview;
    expect(again.reports).toHaveLength(2);
    expect(again.reports.at(-1)).toMatchObject({ staffing: '编制四十一人' });
  });

  it('每个单位都有结论才能报批；结论不列别的单位，也不列两次', () => {
    const reviewing = reported.does(BUREAU.supervisor, 'close-reporting');
    const [keep, change] = CONCLUDED['conclusions'] as readonly [Json, Json];
    const only = (conclusions: Json) => ({ conclusions });
    expect(reviewing.tries(BUREAU.supervisor, 'conclude', only([keep, keep]))).toMatchObject({ refused: 'unit-twice' });
    expect(reviewing.tries(BUREAU.supervisor, 'conclude', only([{ ...(change as object), unit: idOf('狼山镇') }]))).toMatchObject({
      refused: 'not-in-round',
    });
    const half = reviewing.does(BUREAU.supervisor, 'conclude', only([keep]));
    expect(half.tries(BUREAU.supervisor, 'submit', SUBMIT)).toMatchObject({ refused: 'not-concluded' });
    const whole = half.does(BUREAU.supervisor, 'conclude', only([change]));
    expect(whole.tries(BUREAU.supervisor, 'submit', { ...SUBMIT, government: idOf('市政府') })).toMatchObject({
      refused: 'other-government',
    });
    expect(whole.tries(BUREAU.supervisor, 'submit', SUBMIT)).toBeNull();
  });
});

describe('批准、公告、办理变更', () => {
  it('报批人不签发；由司法行政部门登记批准的须有文件', () => {
    const approving = reported
      .does(BUREAU.supervisor, 'close-reporting')
      .does(BUREAU.supervisor, 'conclude', CONCLUDED)
      .does(BUREAU.deputy, 'submit', SUBMIT);
    expect(approving.tries(BUREAU.supervisor, 'approve', APPROVAL)).toMatchObject({ refused: 'no-paper' });
    const approved = approving.does(GOVERNMENT, 'approve', APPROVAL);
    expect(approved.tries(BUREAU.deputy, 'sign', { contact: '…' })).toMatchObject({ refused: 'own-review' });
    expect(approved.tries(BUREAU.head, 'sign', { contact: '…' })).toBeNull();
  });

  it('公告逐个写明结论；变更、撤销的登记了变更事项才办结，全部维持的公告即办结', () => {
    const issue = signed.issued.at(-1);
    expect(issue?.withheld).toBe(true);
    const made = TEMPLATES.find((t) => t.template === issue?.template)?.make(JSON.parse(JSON.stringify(issue?.facts)));
    for (const part of ['2026年度行政执法主体清理结果的公告', '临河区农牧局', '变更', '机构改革更名', '临政字〔2026〕8号'])
      expect(JSON.stringify(made)).toContain(part);
    expect(following.state.status).toBe('following');
    expect(following.tries(BUREAU.supervisor, 'finish')).toMatchObject({ refused: 'not-followed' });
    const named = { unit: idOf('旗农牧局'), change: CHANGE.id };
    expect(following.tries(BUREAU.supervisor, 'follow-up', { ...named, unit: idOf('区市场监管局') })).toMatchObject({
      refused: 'nothing-to-follow',
    });
    expect(following.does(BUREAU.supervisor, 'follow-up', named).does(BUREAU.supervisor, 'finish').state.status).toBe('closed');
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  const INPUTS: Readonly<Record<string, Input>> = {
    ...{ report: SAME, conclude: CONCLUDED, submit: SUBMIT, back: { reason: '…' }, approve: APPROVAL, sign: { contact: '…' } },
    ...{ 'seal-by-hand': { scan: [idOf('扫描')] }, publish: { channel: '网站' }, withdraw: { reason: '撤回' } },
    'follow-up': { unit: idOf('旗农牧局'), change: CHANGE.id },
  };
  const playground: Playground = {
    kind: KIND,
    cast: [...Object.values(BUREAU), MARKET, FARM, GOVERNMENT],
    inputs: (act) => [INPUTS[act] ?? {}],
    situation: (at) => {
      const s = at.state as SubjectReview;
      const more = [at.today > s.dueOn, at.acts.includes('seal-by-hand')];
      return JSON.stringify([s.status, s.reports.length, s.conclusions.length > 0, s.submitter?.name ?? null, s.followUps.length, ...more]);
    },
    settled: rendered,
    days: 60,
    until: '2026-12-31',
  };

  it('都能走到办结或者撤回，未结的都有人能办', () => {
    const graph = explore(playground, opened);
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611271750_subject_reviews_table.sql', import.meta.url), 'utf8');
    for (const column of Object.keys(columns(signed.state as SubjectReview))) expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});
