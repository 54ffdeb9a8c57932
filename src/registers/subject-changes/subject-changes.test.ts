import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type BaseState, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, listedIn, missingArticles, type Playground, taskFault } from '#testing/explore';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, register } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import { SUBJECT_CHANGE } from './kind.ts';
import { CHANGE_LABELS, STATUS_LABELS, type SubjectChange } from './model.ts';

const KIND = anyKind(SUBJECT_CHANGE);
type Input = Readonly<Record<string, Json>>;
const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const UNIT = { office: actor('市交通局', 'legal-office', '法制员'), head: actor('市交通局', 'head', '局长') };
const BUREAU = {
  supervisor: actor('市司法局', 'supervisor', '监督员'),
  checker: actor('市司法局', 'checker', '审核员'),
  deputy: actor('市司法局', 'deputy-head', '分管副局长'),
  head: actor('市司法局', 'head', '局长'),
  sealKeeper: actor('市司法局', 'seal-keeper', '文印员'),
};
const GOVERNMENT = actor('市政府', 'government-office', '办文员');
const SYSTEM = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null } as const;

const NOTHING = { name: null, shortName: null, documentPrefix: null, superior: null, lineSuperior: null, successor: null, parts: null };
const APPLICATION: Input = {
  ...{ unit: idOf('市交通局'), bureau: idOf('市司法局'), effectiveOn: '2026-07-01', reason: '机构改革' },
  ...{ basisName: '机构改革方案', basisNumber: '巴党办发〔2026〕3号', basisOn: '2026-05-20', basisFile: [idOf('方案')] },
  ...NOTHING,
  ...{ change: 'rename', ends: false, qualification: null },
};
const RENAME: Input = { ...APPLICATION, name: '巴彦淖尔市交通局', shortName: '交通局' };
const MERGE: Input = { ...APPLICATION, change: 'merge', successor: idOf('市税务局') };
const SET_UP: Input = {
  ...{
    bureau: idOf('市司法局'),
    effectiveOn: '2026-07-01',
    reason: '机构改革',
    basisName: '机构改革方案',
    basisNumber: '巴党办发〔2026〕3号',
  },
  ...{ basisOn: '2026-05-20', basisFile: [idOf('方案')], name: '巴彦淖尔市数据局', shortName: '市数据局', documentPrefix: '巴数' },
  ...{ code: null, uscc: null, kind: 'department', domain: null, powers: '《数据安全法》第六条', tier: 'city', regionCode: '150800' },
  ...{ superior: idOf('市政府'), lineSuperior: null, answersThrough: null, leadKind: 'local', leadBasis: null },
};
const start = rehearse(KIND, STAGE, '2026-06-01');
const applying = (more: Input, by = UNIT.office) => start.tries(by, 'apply', { ...RENAME, ...more });

const REVIEW: Input = { government: idOf('市政府'), opinion: '符合规定' };
const APPROVAL: Input = { number: '巴政字〔2026〕8号', on: '2026-06-01', paper: null };
function rendered(r: Rehearsal): Rehearsal {
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: 'c'.repeat(64) };
  return r.withState((s: BaseState) => ({ ...s, renderings: Object.fromEntries(r.acts.map((_, i) => [`DOC-29/${i + 1}`, rendering])) }));
}
const signed = (input: Input, act = 'apply') =>
  start
    .does(act === 'apply' ? UNIT.office : BUREAU.supervisor, act, input)
    .does(BUREAU.checker, 'review', REVIEW)
    .does(GOVERNMENT, 'approve', APPROVAL)
    .does(BUREAU.deputy, 'sign', { contact: '协调监督科' });
const planned = (input: Input) =>
  rendered(signed(input))
    .does(BUREAU.sealKeeper, 'seal')
    .does(BUREAU.supervisor, 'publish', { channel: '市政府网站' })
    .does(SYSTEM, 'register');

describe('申请的条件（细则第八条第四项）', () => {
  it.each([
    ['更名齐全', {}, null],
    ['更名没有新名称', { name: null }, 'incomplete'],
    ['调整隶属没有上级', { change: 'move' }, 'incomplete'],
    ['调整隶属', { change: 'move', superior: idOf('区政府') }, null],
    ['合并没有承接单位', { change: 'merge' }, 'incomplete'],
    ['合并', { change: 'merge', successor: idOf('市税务局') }, null],
    ['撤销没有承接单位', { change: 'abolish' }, 'incomplete'],
    ['承接单位没有登记', { change: 'abolish', successor: idOf('旧局') }, 'successor-not-valid'],
    ['承接单位是自己', { change: 'abolish', successor: idOf('市交通局') }, 'own-successor'],
    ['分设没有新单位', { change: 'split' }, 'incomplete'],
    ['单位没有登记', { unit: idOf('旧局') }, 'not-valid'],
    ['审核单位不是司法行政部门', { bureau: idOf('市政府') }, 'not-bureau'],
    ['审核单位不是本级', { bureau: idOf('区司法局') }, 'other-bureau'],
    ['生效日就是依据文件之日', { effectiveOn: '2026-05-20' }, null],
    ['生效日早于依据文件', { effectiveOn: '2026-05-19' }, 'before-basis'],
    ['依据文件是将来的', { basisOn: '2026-06-02', effectiveOn: '2026-06-03' }, 'future-basis'],
    ['今日撤销', { change: 'abolish', successor: idOf('市税务局'), effectiveOn: '2026-06-01' }, null],
    ['倒签撤销', { change: 'abolish', successor: idOf('市税务局'), effectiveOn: '2026-05-31' }, 'past'],
    ['关系没有选', { change: 'relate', relation: null, other: null }, 'incomplete'],
    ['登记现有监督关系的依据', { change: 'relate', relation: 'supervision', other: null }, null],
    ['没有委托关系的不能只登记依据', { change: 'relate', relation: 'entrusting', other: null }, 'incomplete'],
    ['监督关系的另一方不是司法行政部门', { change: 'relate', relation: 'supervision', other: idOf('市税务局') }, 'other-side'],
    ['改由另一司法行政部门监督', { change: 'relate', relation: 'supervision', other: idOf('区司法局') }, null],
    ['受委托组织不能再委托', { change: 'relate', relation: 'entrusting', other: idOf('交通支队') }, 'other-side'],
    ['业务指导部门', { change: 'relate', relation: 'guidance', other: idOf('市税务局') }, null],
    ['关系的另一方是自己', { change: 'relate', relation: 'guidance', other: idOf('市交通局') }, 'own-successor'],
    ['终止没有登记的关系', { change: 'unrelate', relation: 'entrusting', other: null }, 'nothing-ends'],
    ['终止关系没有选哪一种', { change: 'unrelate', relation: null, other: null }, 'incomplete'],
    ['终止执法主体的监督关系', { change: 'unrelate', relation: 'supervision', other: null }, 'unsupervised'],
    ['终止受委托组织的委托关系', { unit: idOf('交通支队'), change: 'unrelate', relation: 'entrusting', other: null }, null],
    ['确认执法部门的资格', { change: 'qualify', qualification: 'confirmed' }, null],
    ['确认受委托组织的资格', { unit: idOf('交通支队'), change: 'qualify', qualification: 'confirmed' }, 'not-a-subject'],
    ['注销受委托组织的资格', { unit: idOf('交通支队'), change: 'qualify', qualification: 'cancelled' }, null],
  ])('%s', (_, more, refused) => {
    if (refused === null) expect(applying(more)).toBeNull();
    else expect(applying(more)).toMatchObject({ refused, cite: { instrument: '实施细则', article: 8 } });
  });

  it('由单位、其上级或者审核的司法行政部门申请，其他单位不能代为申请', () => {
    expect(applying({}, BUREAU.supervisor)).toBeNull();
    expect(applying({}, actor('市税务局', 'legal-office', '法制员'))).toMatchObject({ refused: 'not-applicant' });
    expect(applying({ unit: idOf('交通支队') }, UNIT.office)).toBeNull();
  });

  it('不能没有的条线不得只终止：垂直管理的单位、司法行政部门；地方部门的可以（细则第二条）', () => {
    const ending = (unit: string) =>
      applying({ unit: idOf(unit), change: 'unrelate', relation: 'guidance', other: null }, BUREAU.supervisor);
    expect(ending('市税务局')).toMatchObject({ refused: 'led-along-line', cite: { article: 8 } });
    expect(ending('区司法局')).toMatchObject({ refused: 'bureau-line' });
    expect(ending('市交通局')).toMatchObject({ refused: 'nothing-ends' });
    const own = actor('区司法局', 'supervisor', '监督员');
    const local = { unit: idOf('区市场监管局'), bureau: idOf('区司法局'), change: 'unrelate', relation: 'guidance', other: null };
    expect(applying(local, own)).toBeNull();
  });
});

describe('申请设立的条件（细则第八条第四项）', () => {
  it.each([
    ['登记内容齐全', {}, null],
    ['区划代码不成样子', { regionCode: '15080' }, 'region'],
    ['管委会的区划代码', { regionCode: '1508a1' }, null],
    ['受委托组织没有委托机关', { kind: 'delegate' }, 'incomplete'],
    ['受委托组织', { kind: 'delegate', answersThrough: idOf('市交通局') }, null],
    ['派驻队没有派出部门', { kind: 'stationed' }, 'incomplete'],
    ['垂直管理没有依据', { kind: 'vertical', leadKind: 'vertical' }, 'incomplete'],
    ['垂直管理', { kind: 'vertical', leadKind: 'vertical', leadBasis: '三定规定' }, null],
    ['信用代码校验码不符', { uscc: '91150800MA0N000000' }, 'uscc'],
    ['信用代码被遮盖', { uscc: '91150800********00' }, 'uscc'],
    ['上级没有登记', { superior: idOf('旧局') }, 'not-valid'],
    ['审核单位不是本级', { bureau: idOf('区司法局') }, 'other-bureau'],
    ['审核单位不是司法行政部门', { bureau: idOf('市政府') }, 'not-bureau'],
    ['生效日就是依据文件之日', { effectiveOn: '2026-05-20' }, null],
    ['生效日早于依据文件', { effectiveOn: '2026-05-19' }, 'before-basis'],
    ['依据文件是将来的', { basisOn: '2026-06-02' }, 'future-basis'],
  ])('%s', (_, more, refused) => {
    const answer = start.tries(GOVERNMENT, 'apply-new', { ...SET_UP, ...more });
    if (refused === null) expect([null, 'not-applicant']).toContain(typeof answer === 'object' ? (answer?.refused ?? null) : answer);
    else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 8 } });
  });

  it('由上级、委托的部门或者审核的司法行政部门申请；补正各走各的', () => {
    expect(start.tries(GOVERNMENT, 'apply-new', SET_UP)).toBeNull();
    expect(start.tries(BUREAU.supervisor, 'apply-new', SET_UP)).toBeNull();
    expect(start.tries(UNIT.office, 'apply-new', SET_UP)).toMatchObject({ refused: 'not-applicant' });
    expect(start.tries(UNIT.office, 'apply-new', { ...SET_UP, kind: 'delegate', answersThrough: idOf('市交通局') })).toBeNull();
    const back = { reason: '补三定规定' };
    const returned = start.does(GOVERNMENT, 'apply-new', SET_UP).does(BUREAU.checker, 'return', back);
    expect(returned.tries(GOVERNMENT, 'resubmit', RENAME)).toMatchObject({ refused: 'sets-up' });
    expect(returned.does(GOVERNMENT, 'resubmit-new', { ...SET_UP, name: '巴彦淖尔市数据管理局' }).state).toMatchObject({
      status: 'applied',
    });
    const renaming = start.does(UNIT.office, 'apply', RENAME).does(BUREAU.checker, 'return', back);
    expect(renaming.tries(UNIT.office, 'resubmit-new', SET_UP)).toMatchObject({ refused: 'changes-unit' });
  });

  it.each([
    ['department', {}, '巴彦淖尔市数据局的行政执法主体资格为：确认。'],
    ['delegate', { kind: 'delegate', answersThrough: idOf('市交通局') }, '不是行政执法主体，以巴彦淖尔市交通运输局名义执法。'],
  ])('公告写明设立的单位、隶属、资格和职权依据（%s）', (_, more, words) => {
    const issue = signed({ ...SET_UP, ...more }, 'apply-new').issued.at(-1);
    const made = TEMPLATES.find((t) => t.template === issue?.template)?.make(JSON.parse(JSON.stringify(issue?.facts)));
    expect(made?.title).toBe('关于巴彦淖尔市数据局设立的公告');
    for (const part of [words, '隶属巴彦淖尔市人民政府', '《数据安全法》第六条', '2026年7月1日'])
      expect(JSON.stringify(made?.body)).toContain(part);
  });
});

describe('审核、批准、公告', () => {
  it('申请人不审核，审核人不签发，签发人不用印，未用印不公告', () => {
    const own = start.does(BUREAU.supervisor, 'apply', RENAME);
    expect(own.tries(BUREAU.supervisor, 'review', REVIEW)).toMatchObject({ refused: 'own-application' });
    const reviewed = start.does(UNIT.office, 'apply', RENAME).does(BUREAU.deputy, 'review', REVIEW).does(GOVERNMENT, 'approve', APPROVAL);
    expect(reviewed.tries(BUREAU.deputy, 'sign', { contact: '…' })).toMatchObject({ refused: 'own-review' });
    expect(reviewed.tries(BUREAU.head, 'sign', { contact: '…' })).toBeNull();
    expect(signed(RENAME).says).toBe('已签发，文号巴司执主告〔2026〕4号；等待用印。');
    expect(signed(RENAME).tries(BUREAU.sealKeeper, 'seal')).toMatchObject({ refused: 'not-rendered' });
  });

  it('报本级人民政府批准；由司法行政部门登记的须上传批准文件', () => {
    const applied = start.does(UNIT.office, 'apply', RENAME);
    expect(applied.tries(BUREAU.checker, 'review', { ...REVIEW, government: idOf('区政府') })).toMatchObject({
      refused: 'other-government',
    });
    expect(applied.tries(BUREAU.checker, 'review', { ...REVIEW, government: idOf('市税务局') })).toMatchObject({
      refused: 'not-government',
    });
    const approving = applied.does(BUREAU.checker, 'review', REVIEW);
    expect(approving.tries(BUREAU.supervisor, 'approve', APPROVAL)).toMatchObject({ refused: 'no-paper' });
    expect(approving.tries(BUREAU.supervisor, 'approve', { ...APPROVAL, paper: [idOf('批文')] })).toBeNull();
    expect(approving.tries(GOVERNMENT, 'approve', { ...APPROVAL, on: '2026-06-02' })).toMatchObject({ refused: 'future' });
  });

  it('生效日前一日不生效，当日生效；终止的单位先移交再办结', () => {
    expect(planned(RENAME).on('2026-06-30').tries(SYSTEM, 'take-effect')).toMatchObject({ refused: 'not-yet' });
    expect(planned(RENAME).on('2026-07-01').does(SYSTEM, 'take-effect').state.status).toBe('effective');
    const passing = planned(MERGE).on('2026-07-01').does(SYSTEM, 'take-effect');
    expect(passing.state.status).toBe('passing');
    expect(passing.does(SYSTEM, 'finish', { passed: 3 }).says).toBe('未办结事项已全部移交承接单位（3件）。');
  });

  it.each([
    ['rename', {}, '更名为巴彦淖尔市交通局'],
    ['move', { change: 'move', superior: idOf('区政府'), lineSuperior: idOf('市税务局') }, '隶属临河区人民政府'],
    ['merge', { change: 'merge', successor: idOf('市税务局') }, '并入国家税务总局巴彦淖尔市税务局'],
    ['abolish', { change: 'abolish', successor: idOf('市税务局') }, '起撤销巴彦淖尔市交通运输局'],
    [
      'split',
      { change: 'split', ends: true, parts: [{ name: '公路局', shortName: '公路局', code: null, documentPrefix: null }] },
      '分设公路局',
    ],
    ['qualify', { change: 'qualify', qualification: 'suspended' }, '主体资格为：暂停'],
    ['relate', { change: 'relate', relation: 'supervision', other: idOf('区司法局') }, '监督关系的另一方为'],
    ['relate', { change: 'relate', relation: 'supervision', other: null }, '监督关系以上述文件为依据'],
    [
      'unrelate',
      { unit: idOf('交通支队'), change: 'unrelate', relation: 'entrusting', other: null },
      '交通运输综合行政执法支队与巴彦淖尔市交通运输局的委托关系终止，不再以巴彦淖尔市交通运输局的名义执法',
    ],
  ])('公告写明%s的内容、依据、批准和生效日', (_, more, words) => {
    const issue = signed({ ...RENAME, ...more }).issued.at(-1);
    const made = TEMPLATES.find((t) => t.template === issue?.template)?.make(JSON.parse(JSON.stringify(issue?.facts)));
    for (const part of [words, '巴党办发〔2026〕3号', '巴政字〔2026〕8号', '2026年7月1日'])
      expect(JSON.stringify(made?.body)).toContain(part);
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  const INPUTS: Readonly<Record<string, Input>> = {
    ...{ review: REVIEW, return: { reason: '补正' }, refuse: { reason: '不符合规定' }, approve: APPROVAL, sign: { contact: '…' } },
    ...{ 'seal-by-hand': { scan: [idOf('扫描')] }, publish: { channel: '网站' }, withdraw: { reason: '撤回' }, finish: { passed: 0 } },
    'hand-over': { words: '印章已上缴', papers: null },
  };
  const playground = (input: Input): Playground => ({
    kind: KIND,
    cast: [...Object.values(UNIT), ...Object.values(BUREAU), GOVERNMENT, SYSTEM],
    inputs: (act, at) => {
      if (!act.startsWith('resubmit')) return [INPUTS[act] ?? {}];
      const isOther = act.endsWith('-new') !== 'powers' in input;
      return isOther ? [] : [{ ...input, effectiveOn: at.today > '2026-07-01' ? at.today : '2026-07-01' }];
    },
    situation: (at) => {
      const s = at.state as SubjectChange;
      return JSON.stringify([
        s.status,
        at.acts.some((act) => act.startsWith('resubmit')),
        s.reviewer?.name ?? null,
        s.handedOver.length > 0,
        at.today >= s.wanted.effectiveOn,
      ]);
    },
    settled: rendered,
    days: 90,
    until: '2026-12-31',
  });

  it('都能走到生效，未结的都有人能办', () => {
    const reached = new Set<string>();
    for (const [act, wanted] of [
      ['apply', RENAME],
      ['apply', MERGE],
      ['apply-new', SET_UP],
    ] as const) {
      const input = wanted;
      const ground = playground({ ...input, effectiveOn: '2026-07-01' });
      const graph = explore(ground, start.does(act === 'apply' ? UNIT.office : GOVERNMENT, act, input));
      expect(deadEnds(ground, graph)).toEqual([]);
      for (const at of graph.seen.values()) expect(taskFault(ground, at)).toBeNull();
      for (const at of graph.seen.values()) reached.add(at.state.status);
    }
    expect([...reached].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名和取值一致', async () => {
    const read = (name: string) => readFile(new URL(`../../../db/migrations/${name}.sql`, import.meta.url), 'utf8');
    expect(listedIn(await read('202611280055_subject_changes_unrelate'), 'change')).toEqual(Object.keys(CHANGE_LABELS));
    const sql = await read('202611270646_subject_changes_table');
    for (const column of Object.keys(columns(planned(MERGE).state as SubjectChange))) expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});
