import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type BaseState, type Json, localDate } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, register } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import { DELEGATION } from './kind.ts';
import { covers, type Delegation, STATUS_LABELS } from './model.ts';

const KIND = anyKind(DELEGATION);
type Input = Readonly<Record<string, Json>>;
const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const DELEGATOR = {
  handler: actor('市交通局', 'handler', '承办人'),
  office: actor('市交通局', 'legal-office', '法制员'),
  head: actor('市交通局', 'head', '局长'),
};
const DELEGATE = { head: actor('交通支队', 'head', '支队长'), handler: actor('交通支队', 'handler', '支队承办人') };
const BUREAU = actor('市司法局', 'supervisor', '监督员');
const SYSTEM = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null } as const;

const ITEM = { name: '对擅自超限运输的处罚', code: 'JT-001', power: 'penalty', basis: '《公路法》第七十六条' };
const DEED: Input = {
  ...{ delegate: idOf('交通支队'), bureau: idOf('市司法局'), items: [ITEM], powers: '检查、调查取证、提出处罚建议' },
  ...{ from: '2026-06-01', to: '2026-12-31', liability: '由委托机关承担', supervision: '每年检查一次' },
  ...{ lawful: '编委批准设立', lawfulProof: [idOf('批文')], staff: '执法人员二十人', staffProof: [idOf('名单')] },
  ...{ means: '有检测设备', meansProof: null, renews: null },
};
const start = rehearse(KIND, STAGE, '2026-06-01');
const drafting = (more: Input, by = DELEGATOR.handler) => start.tries(by, 'draft', { ...DEED, ...more });
function rendered(r: Rehearsal): Rehearsal {
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: 'c'.repeat(64) };
  const ids = r.acts.flatMap((_, i) => [`DOC-31/${i + 1}`, `DOC-31-备案/${i + 1}`]);
  return r.withState((s: BaseState) => ({ ...s, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}
const signed = (input: Input = DEED) =>
  start
    .does(DELEGATOR.handler, 'draft', input)
    .does(DELEGATOR.handler, 'submit')
    .does(DELEGATOR.office, 'review', { opinion: '符合条件' })
    .does(DELEGATOR.head, 'sign', { contact: '法制科' });
const filing = () => rendered(rendered(signed()).does(DELEGATOR.handler, 'seal')).does(DELEGATE.head, 'countersign', { paper: null });
const effective = () =>
  filing()
    .does(DELEGATOR.handler, 'file', { materials: null })
    .does(BUREAU, 'accept', { opinion: null })
    .does(DELEGATOR.handler, 'publish', { channel: '局网站' })
    .does(DELEGATE.handler, 'publish-here', { channel: '支队公示栏' });

describe('委托的条件（处罚法第二十条、第二十一条，强制法第十七条）', () => {
  it.each([
    ['齐备', {}, null, null],
    ['没有设立文件', { lawfulProof: [] }, 'input', null],
    ['行政强制措施', { items: [{ ...ITEM, power: 'measure' }] }, 'coercion', ['行政强制法', 17]],
    ['同一事项列两次', { items: [ITEM, ITEM] }, 'item-twice', ['行政处罚法', 20]],
    ['最后一日就是起始日', { to: '2026-06-01' }, null, null],
    ['最后一日早于起始日', { to: '2026-05-31' }, 'term', ['行政处罚法', 20]],
    ['期限已经届满', { from: '2026-05-01', to: '2026-05-31' }, 'term-over', ['行政处罚法', 20]],
    ['委托给另一机关', { delegate: idOf('市税务局') }, 'not-a-delegate', ['行政处罚法', 21]],
    ['受委托组织没有登记', { delegate: idOf('某公司') }, 'not-valid', ['行政处罚法', 21]],
    ['报别级司法行政部门', { bureau: idOf('区司法局') }, 'other-bureau', ['实施细则', 8]],
    ['备案单位不是司法行政部门', { bureau: idOf('市政府') }, 'not-bureau', ['实施细则', 8]],
  ])('%s', (_, more, refused, at) => {
    if (refused === 'input') expect(() => drafting(more as Input)).toThrow();
    else if (refused === null) expect(drafting(more as Input)).toBeNull();
    else expect(drafting(more as Input)).toMatchObject({ refused, cite: { instrument: at?.[0], article: at?.[1] } });
  });

  it('受委托组织不得再委托；主体资格没有确认的机关不能委托', () => {
    expect(drafting({ delegate: idOf('市交通局') }, DELEGATE.handler)).toMatchObject({ refused: 'sub-delegation', cite: { article: 20 } });
    const suspended = register(
      [],
      [...STAGE.facts.organisations.values()].map((o) => (o.id === idOf('市交通局') ? { ...o, qualification: 'suspended' as const } : o)),
    );
    const there = rehearse(KIND, { ...STAGE, facts: suspended }, '2026-06-01');
    expect(there.tries(DELEGATOR.handler, 'draft', DEED)).toMatchObject({ refused: 'not-qualified' });
  });
});

describe('签订、备案、公布（处罚法第二十条，细则第八条第十一项）', () => {
  it('拟稿人不审查不签发；未用印不签署；签署前受委托组织看不见，备案前司法行政部门看不见', () => {
    const submitted = start.does(DELEGATOR.office, 'draft', DEED).does(DELEGATOR.office, 'submit');
    expect(submitted.tries(DELEGATOR.office, 'review', { opinion: '…' })).toMatchObject({ refused: 'own-draft' });
    expect(KIND.participants(signed().state)).toHaveLength(1);
    const sealed = signed().withState((s) => ({ ...s, status: 'countersigning' }));
    expect(sealed.tries(DELEGATE.head, 'countersign', { paper: null })).toMatchObject({ refused: 'not-sealed' });
    expect(KIND.participants(filing().state).map((p) => p.as)).toEqual(['delegator', 'delegate']);
    expect(KIND.participants(effective().state).map((p) => p.as)).toEqual(['delegator', 'delegate', 'bureau']);
  });

  it('备案和双方公布三件齐全才是有效；只有一方公布的不是', () => {
    const accepted = filing().does(DELEGATOR.handler, 'file', { materials: null }).does(BUREAU, 'accept', { opinion: null });
    expect(accepted.does(DELEGATOR.handler, 'publish', { channel: '网站' }).state.status).toBe('filing');
    expect(effective().state.status).toBe('effective');
    const both = filing().does(DELEGATOR.handler, 'publish', { channel: '…' }).does(DELEGATE.handler, 'publish-here', { channel: '…' });
    expect(both.state.status).toBe('filing');
    expect(both.tries(BUREAU, 'accept', { opinion: null })).toMatchObject({ refused: 'wrong-role' });
    expect(both.tries(DELEGATOR.handler, 'publish', { channel: '…' })).toMatchObject({ refused: 'published-already' });
  });

  it('要求纠正的，原委托书作废，改正后重新签订', () => {
    const back = filing().does(DELEGATOR.handler, 'file', { materials: null }).does(BUREAU, 'object', { reason: '超出职权' });
    expect(back.state).toMatchObject({ status: 'draft', letter: null, filedOn: null });
  });

  it('委托书写明事项、权限、期限、监督和不得再委托；备案表写明三项条件', () => {
    const printed = (r: Rehearsal, name: string) => {
      const issue = r.issued.findLast((i) => i.name === name);
      return JSON.stringify(TEMPLATES.find((t) => t.template === issue?.template)?.make(JSON.parse(JSON.stringify(issue?.facts))));
    };
    for (const words of ['对擅自超限运输的处罚', '2026年6月1日至2026年12月31日', '不得再委托'])
      expect(printed(signed(), '行政执法委托书')).toContain(words);
    for (const words of ['编委批准设立', '有检测设备']) expect(printed(effective(), '行政执法委托备案表')).toContain(words);
  });
});

describe('期限和范围（处罚法第二十条，细则第十一条第三款）', () => {
  it('最后一日仍有效，次日零时由平台登记届满；不算超期', () => {
    expect(effective().on('2026-12-31').state.status).toBe('effective');
    const over = effective().on('2027-01-01');
    expect(over.state).toMatchObject({ status: 'expired', endedOn: '2027-01-01' });
    expect(over.clocks().find((c) => c.clock === 'KS-54')).toMatchObject({ dueOn: '2026-12-31', stoppedOn: '2026-12-31' });
  });

  it.each([
    ['2026-05-31', 'JT-001', false, '起始日前一日'],
    ['2026-06-01', 'JT-001', true, '起始日'],
    ['2026-12-31', 'JT-001', true, '最后一日'],
    ['2027-01-01', 'JT-001', false, '最后一日次日'],
    ['2026-06-01', 'JT-002', false, '事项不在委托书内'],
  ])('%s 办 %s：%s（%s）', (on, item, covered) => {
    expect(covers(effective().state as Delegation, item, localDate(on))).toBe(covered);
  });

  it('终止之日起不在范围内，前一日在', () => {
    const ended = effective().on('2026-07-10').does(DELEGATOR.head, 'terminate', { reason: '职能调整', channel: '网站' });
    expect(covers(ended.state as Delegation, 'JT-001', localDate('2026-07-09'))).toBe(true);
    expect(covers(ended.state as Delegation, 'JT-001', localDate('2026-07-10'))).toBe(false);
  });

  it('定期检查自委托起始或者上次检查起算，登记检查后重新起算；检查不早于委托起始', () => {
    const check = (r: Rehearsal) => r.clocks().find((c) => c.clock === 'delegation-check');
    expect(check(effective())).toMatchObject({ dueOn: '2027-06-01' });
    const record = { on: '2026-06-20', found: '案卷三件，未见问题', corrected: null, record: null };
    const checked = effective().on('2026-06-22').does(DELEGATOR.handler, 'check', record);
    expect(check(checked)).toMatchObject({ key: '2026-06-20', dueOn: '2027-06-20' });
    expect(checked.tries(DELEGATOR.handler, 'check', { ...record, on: '2026-05-31' })).toMatchObject({
      refused: 'before-term',
      cite: { article: 11 },
    });
    expect(checked.tries(DELEGATOR.handler, 'check', { ...record, on: '2026-06-23' })).toMatchObject({ refused: 'future' });
    expect(checked.tries(DELEGATOR.handler, 'note-correction', { no: 2, words: '…' })).toMatchObject({ refused: 'no-such-check' });
    expect(checked.does(DELEGATE.handler, 'note-correction', { no: 1, words: '已改正' }).says).toBe('已登记纠正情况。');
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  const INPUTS: Readonly<Record<string, Input>> = {
    ...{ review: { opinion: '符合' }, 'return-draft': { reason: '…' }, sign: { contact: '…' }, 'seal-by-hand': { scan: [idOf('扫描')] } },
    ...{ countersign: { paper: null }, file: { materials: null }, accept: { opinion: null }, object: { reason: '…' } },
    ...{ publish: { channel: '…' }, 'publish-here': { channel: '…' }, terminate: { reason: '…', channel: '…' }, withdraw: { reason: '…' } },
    'note-correction': { no: 1, words: '…' },
  };
  const playground: Playground = {
    kind: KIND,
    cast: [...Object.values(DELEGATOR), ...Object.values(DELEGATE), BUREAU, SYSTEM],
    inputs: (act, at) => {
      if (act === 'revise' || act === 'expire') return [];
      return [act === 'check' ? { on: at.today, found: '…', corrected: null, record: null } : (INPUTS[act] ?? {})];
    },
    situation: (at) => {
      const s = at.state as Delegation;
      const { delegator, delegate } = s.published;
      return JSON.stringify([
        at.today,
        s.status,
        s.filedOn !== null,
        s.acceptedOn !== null,
        delegator !== null,
        delegate !== null,
        s.checks.map((k) => k.corrected !== null).slice(0, 1),
      ]);
    },
    settled: rendered,
    days: 110,
    until: '2027-03-01',
  };

  it('都能走到届满或者终止，未结的都有人能办', () => {
    const graph = explore(playground, start.does(DELEGATOR.handler, 'draft', DEED));
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    const reached = new Set([...graph.seen.values()].map((at) => at.state.status));
    expect([...reached].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611270722_delegations_table.sql', import.meta.url), 'utf8');
    for (const column of Object.keys(columns(effective().state as Delegation))) expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});
