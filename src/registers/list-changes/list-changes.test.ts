import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { LIST_COLUMNS } from '#registers/power-lists';
import { deadEnds, explore, listedIn, missingArticles, type Playground, taskFault } from '#testing/explore';
import { rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, register } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import { FORMS } from './forms.ts';
import { LIST_CHANGE } from './kind.ts';
import { type ListChange, STATUS_LABELS } from './model.ts';
import { FIELD_LABELS, fieldsOf, requiredFields } from './model-fields.ts';

const KIND = anyKind(LIST_CHANGE);
type Input = Readonly<Record<string, Json>>;
const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const UNIT = {
  clerk: actor('市交通局', 'handler', '经办人'),
  office: actor('市交通局', 'legal-office', '法制员'),
  deputy: actor('市交通局', 'deputy-head', '副局长'),
  head: actor('市交通局', 'head', '局长'),
};
const TEXT: Input = { digest: 'a'.repeat(64), lines: 2, added: 1, changed: 1, ended: 0, backdated: 0 };
const PROPOSAL: Input = { list: 'power', reason: '法律修改', grounds: null, ...TEXT };
const CHANGE = { what: 'added', code: 'CF-001', name: '对某行为的处罚', from: '2026-06-02', words: null };
const PUBLICATION: Input = {
  ...{ publishedOn: '2026-06-01', place: '本局门户网站', opinion: null, alone: null, numbered: true, added: 1, changed: 1, ended: 0 },
  changes: [CHANGE, { ...CHANGE, what: 'changed', code: 'CF-002', words: '名称：甲 → 乙' }],
};
const start = rehearse(KIND, STAGE, '2026-06-01');
const drafted = start.does(UNIT.clerk, 'propose', PROPOSAL);
const approving = drafted.does(UNIT.clerk, 'submit').does(UNIT.office, 'review', { opinion: '合法' });

describe('谁可以录入哪一份清单（细则第八条第三、九、十项，第十九条第二款；处罚法第二十条、第二十四条）', () => {
  it.each([
    ['市级部门的权责清单', '市交通局', 'power', null],
    ['市级部门的不予处罚清单', '市交通局', 'no-penalty', null],
    ['司法行政部门不制定四张清单', '市司法局', 'no-penalty', 'other-unit'],
    ['旗县区部门不制定四张清单', '区市场监管局', 'no-penalty', 'other-unit'],
    ['旗县区部门的抽查事项清单', '区市场监管局', 'spot-check', null],
    ['部门没有赋权清单', '市交通局', 'empowerment', 'other-unit'],
    ['苏木乡镇的赋权清单', '狼山镇', 'empowerment', null],
    ['受委托组织没有自己的清单', '交通支队', 'power', 'no-subject'],
    ['派出机构没有自己的清单', '区市场监管所', 'power', 'no-subject'],
  ])('%s', (_, unit, list, refused) => {
    const answer = start.tries(actor(unit, 'handler', '经办人'), 'propose', { ...PROPOSAL, list });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 8 } });
  });

  it('其他单位不能改别单位的拟稿', () => {
    const other = actor('市税务局', 'legal-office', '法制员');
    const { list: _, ...revised } = PROPOSAL;
    expect(drafted.tries(other, 'revise', revised)).toMatchObject({ refused: 'wrong-role' });
  });
});

describe('送审、审核、批准并公布', () => {
  it('没有变化的不能送审；追溯生效没有依据的不能送审', () => {
    const empty = start.does(UNIT.clerk, 'propose', { ...PROPOSAL, added: 0, changed: 0 });
    expect(empty.tries(UNIT.clerk, 'submit')).toMatchObject({ refused: 'empty' });
    const back = { ...PROPOSAL, backdated: 1 };
    expect(start.does(UNIT.clerk, 'propose', back).tries(UNIT.clerk, 'submit')).toMatchObject({ refused: 'no-grounds' });
    expect(start.does(UNIT.clerk, 'propose', { ...back, grounds: '巴府发〔2025〕1号' }).tries(UNIT.clerk, 'submit')).toBeNull();
  });

  it('拟制人不审核、不批准，送审人同样；审核人不批准，没有别人的写明理由', () => {
    const own = start.does(UNIT.office, 'propose', PROPOSAL).does(UNIT.office, 'submit');
    expect(own.tries(UNIT.office, 'review', { opinion: '合法' })).toMatchObject({ refused: 'own-proposal' });
    const sent = drafted.does(UNIT.office, 'submit');
    expect(sent.tries(UNIT.office, 'review', { opinion: '合法' })).toMatchObject({ refused: 'own-proposal' });
    const byDeputy = drafted.does(UNIT.clerk, 'submit').does(UNIT.deputy, 'review', { opinion: '合法' });
    expect(byDeputy.tries(UNIT.deputy, 'publish', PUBLICATION)).toMatchObject({ refused: 'own-review' });
    expect(byDeputy.tries(UNIT.deputy, 'publish', { ...PUBLICATION, alone: '本局没有法制机构' })).toBeNull();
    expect(byDeputy.tries(UNIT.head, 'publish', PUBLICATION)).toBeNull();
  });

  it('公布日期可以是当日，不得晚于办理日期', () => {
    expect(approving.tries(UNIT.head, 'publish', PUBLICATION)).toBeNull();
    expect(approving.tries(UNIT.head, 'publish', { ...PUBLICATION, publishedOn: '2026-06-02' })).toMatchObject({
      refused: 'future-publication',
    });
  });

  it('退回补正原样保留拟稿，修改后可以重新送审', () => {
    const returned = approving.does(UNIT.head, 'return', { reason: '补写依据' });
    expect(returned.state).toMatchObject({ status: 'returned', proposed: { digest: 'a'.repeat(64) }, reviewed: null });
    const { list: _, ...kept } = PROPOSAL;
    const again = { ...kept, digest: 'b'.repeat(64) };
    const revised = returned.does(UNIT.office, 'revise', again);
    expect(revised.state).toMatchObject({ status: 'returned', proposed: { digest: 'b'.repeat(64) } });
    expect(revised.does(UNIT.clerk, 'submit').state.status).toBe('reviewing');
  });

  it('公布清单写明每一项的变化，审批表写明拟制、审核、批准的人', () => {
    const published = approving.does(UNIT.head, 'publish', PUBLICATION);
    const texts = published.issued.map((issue) => {
      const made = TEMPLATES.find((t) => t.template === issue.template)?.make(JSON.parse(JSON.stringify(issue.facts)));
      return JSON.stringify(made);
    });
    expect(published.issued.map(({ inside, publiclyVerifiable }) => [inside ?? false, publiclyVerifiable])).toEqual([
      [true, false],
      [false, true],
    ]);
    for (const words of ['经办人', '法制员', '局长', '法律修改', '对某行为的处罚']) expect(texts[0]).toContain(words);
    for (const words of ['权责清单调整公布清单', 'CF-002', '名称：甲 → 乙', '2026年6月1日', '本局门户网站'])
      expect(texts[1]).toContain(words);
    expect(texts[1]).not.toContain('法制员');
    expect(texts[1]).toMatch(/巴交清单告〔2026〕\d+号/);
    expect(published.state).toMatchObject({ publication: { number: expect.stringContaining('清单告〔2026〕') } });
    const unnumbered = approving.does(UNIT.head, 'publish', { ...PUBLICATION, numbered: false });
    expect(unnumbered.issued.map(({ numbered, publiclyVerifiable }) => [numbered, publiclyVerifiable])).toEqual([
      [false, false],
      [false, false],
    ]);
    expect(unnumbered.state).toMatchObject({ publication: { number: null } });
  });
});

describe('流程没有死路，条文存在，数据表和栏目一致', () => {
  const INPUTS: Readonly<Record<string, Input>> = {
    ...{ review: { opinion: '合法' }, return: { reason: '补正' }, withdraw: { reason: '撤回' } },
  };
  const { list: _, ...REVISED } = PROPOSAL;
  const ground: Playground = {
    kind: KIND,
    cast: Object.values(UNIT),
    inputs: (act, at) => {
      if (act === 'revise') return [REVISED];
      return [act === 'publish' ? { ...PUBLICATION, publishedOn: at.today } : (INPUTS[act] ?? {})];
    },
    situation: (at) => {
      const s = at.state as ListChange;
      return JSON.stringify([s.status, s.reviewed?.by.name ?? null, s.proposers.map((p) => p.name)]);
    },
    settled: (at) => at,
    days: 90,
    until: '2026-12-31',
  };

  it('都能走到公布或者撤回，未结的都有人能办', () => {
    const graph = explore(ground, drafted);
    expect(deadEnds(ground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(ground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名、取值、栏目一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611272128_list-changes_tables.sql', import.meta.url), 'utf8');
    for (const column of Object.keys(columns(drafted.state as ListChange))) expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
    const lists = Object.keys(FORMS.propose.list.as === 'choice' ? FORMS.propose.list.options : {});
    const later = await readFile(new URL('../../../db/migrations/202611281712_power-lists_review_catalogue.sql', import.meta.url), 'utf8');
    expect(listedIn(later.slice(later.lastIndexOf('alter table list_change')), 'list')).toEqual(lists);
    const { list: __, organisation: ___, ...typed } = LIST_COLUMNS;
    expect(FIELD_LABELS).toEqual(Object.fromEntries(Object.entries(typed).map(([key, { title }]) => [key, title])));
    for (const list of lists) expect(fieldsOf(list as 'power')).toEqual(expect.arrayContaining([...requiredFields(list as 'power')]));
  });
});
