import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { APPROVAL_SLIP, BAYANNUR_2026, type BaseState, type Json, type MatterFact, SECOND_CITY } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, listedIn, missingArticles, type Playground, taskFault } from '#testing/explore';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, register } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import { NOTICE_AND_TALK } from './kind.ts';
import { type NoticeAndTalk, STATUS_LABELS, TYPE_LABELS } from './model.ts';

const KIND = anyKind(NOTICE_AND_TALK);
type Input = Readonly<Record<string, Json>>;
const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const BUREAU = {
  supervisor: actor('市司法局', 'supervisor', '监督员'),
  checker: actor('市司法局', 'checker', '审核员'),
  deputy: actor('市司法局', 'deputy-head', '分管副局长'),
  sealKeeper: actor('市司法局', 'seal-keeper', '文印员'),
};
const UNIT = { head: actor('区市场监管局', 'head', '局长'), handler: actor('区市场监管局', 'handler', '承办人') };
const start = rehearse(KIND, STAGE, '2026-06-01');

const TALK: Input = {
  type: 'talk',
  subject: '乱罚款问题突出',
  units: [idOf('区市场监管局')],
  facts: '同类问题三次发生。',
  requirement: '限期整改。',
  prominent: '三个月内三次被认定问题。',
  prominentProof: [idOf('认定书')],
  impact: '引发群体投诉，媒体报道。',
  impactProof: [idOf('报道')],
  persons: '单位主要负责人',
  time: '6月10日9时',
  place: '市司法局会议室',
  contact: '协调监督科 0478-0000000',
};
const CIRCULAR: Input = {
  ...TALK,
  type: 'circular',
  units: [idOf('区市场监管局'), idOf('市交通局')],
  prominent: null,
  impact: null,
  publish: true,
};
const drafting = (more: Input, stage = STAGE) =>
  rehearse(KIND, stage, '2026-06-01').tries(BUREAU.supervisor, 'draft', { ...TALK, ...more });

function rendered(r: Rehearsal): Rehearsal {
  const ids = ['DOC-15', 'DOC-16'].flatMap((kind) => r.acts.map((_, i) => `${kind}/${i + 1}`));
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: 'c'.repeat(64) };
  return r.withState((s: BaseState) => ({ ...s, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}
function served(input: Input): Rehearsal {
  const signed = start.does(BUREAU.supervisor, 'draft', input).does(BUREAU.supervisor, 'submit').does(BUREAU.checker, 'review');
  return rendered(signed.does(BUREAU.deputy, 'sign')).does(BUREAU.sealKeeper, 'seal').does(BUREAU.supervisor, 'serve');
}
const HELD: Input = { persons: '局长', points: '…', answer: '认可', commitments: [{ words: '全面自查', due: '2026-07-01' }] };

describe('来源监督案件（细则第二十一条）', () => {
  const origin: MatterFact = {
    ...{ id: idOf('来源案件'), kind: 'case-supervision', status: 'settling', homeId: idOf('市司法局'), followsThis: false },
    ...{ type: null, about: [idOf('区市场监管局')], isIssued: false },
  };
  const from = (more: Partial<MatterFact>) =>
    start.knowing(new Map([[origin.id, { ...origin, ...more }]])).tries(BUREAU.supervisor, 'draft', { ...TALK, fromCase: origin.id });

  it('只能是本机关承办、针对同一单位的案件', () => {
    expect(from({})).toBeNull();
    expect(from({ homeId: idOf('区司法局') })).toMatchObject({ refused: 'other-organs-case', cite: { article: 21 } });
    expect(from({ about: [idOf('狼山镇')] })).toMatchObject({ refused: 'other-units-case' });
  });
});

describe('约谈同时具备两个条件，各有证明（细则第二十一条）', () => {
  it.each([
    ['两个条件和证明齐备', {}, null],
    ['没有问题突出的事实', { prominent: null }, 'not-prominent'],
    ['没有问题突出的证明', { prominentProof: null }, 'not-prominent'],
    ['没有造成重大影响的事实', { impact: null }, 'no-impact'],
    ['没有造成重大影响的证明', { impactProof: null }, 'no-impact'],
    ['没有时间', { time: null }, 'meeting'],
    ['两个单位', { units: [idOf('区市场监管局'), idOf('市交通局')] }, 'one-unit'],
  ])('%s', (_, more, refused) => {
    if (refused === null) expect(drafting(more)).toBeNull();
    else expect(drafting(more)).toMatchObject({ refused, cite: { instrument: '实施细则', article: 21 } });
  });

  it('通报不受两个条件限制，可以涉及多个单位', () => {
    expect(drafting(CIRCULAR)).toBeNull();
  });

  it('垂直领导单位不适用约谈（行政执法监督条例第四十二条第二款）', () => {
    expect(drafting({ units: [idOf('市税务局')] })).toMatchObject({
      refused: 'vertical-unit',
      cite: { instrument: '行政执法监督条例', article: 42 },
    });
  });

  it('第二市引该市条文', () => {
    expect(drafting({ impact: null }, { ...STAGE, profile: SECOND_CITY })).toMatchObject({
      cite: { instrument: '磴洲协调监督办法', article: 18 },
    });
  });
});

describe('办理', () => {
  it('审核、签发不是拟稿人；未用印不送达；送达以前单位看不见', () => {
    const draft = start.does(BUREAU.supervisor, 'draft', TALK).does(BUREAU.supervisor, 'submit');
    expect(draft.tries(actor('市司法局', 'checker', '监督员'), 'review')).toMatchObject({ refused: 'own-draft' });
    const signed = draft.does(BUREAU.checker, 'review').does(BUREAU.deputy, 'sign');
    expect(signed.says).toBe('已签发，文号巴司执监约〔2026〕4号；等待用印。');
    expect(signed.tries(BUREAU.sealKeeper, 'seal')).toMatchObject({ refused: 'not-rendered' });
    expect(KIND.participants(signed.state)).toHaveLength(1);
    expect(KIND.participants(served(CIRCULAR).state)).toHaveLength(3);
  });

  it('审核人和签发人不是同一人；没有其他审核人员的填明理由，理由印在签批单上（细则第二十一条）', () => {
    const own = start.does(BUREAU.supervisor, 'draft', CIRCULAR).does(BUREAU.supervisor, 'submit').does(BUREAU.deputy, 'review');
    expect(own.tries(BUREAU.deputy, 'sign')).toMatchObject({ refused: 'own-review', cite: { instrument: '实施细则', article: 21 } });
    expect(own.tries(actor('市司法局', 'head', '局长'), 'sign')).toBeNull();
    const alone = own.does(BUREAU.deputy, 'sign', { alone: '主要负责人空缺' });
    expect(alone.issued.map((i) => [i.kind, i.inside ?? false])).toEqual([
      ['DOC-16', false],
      ['DOC-38', true],
    ]);
    const slip = JSON.stringify(APPROVAL_SLIP.make(alone.issued.find((i) => i.kind === 'DOC-38')?.facts as never).body);
    expect(slip).toContain('审核、签发为同一人的理由：主要负责人空缺');
    expect(slip).not.toContain('核稿意见');
  });

  it('拟稿人即使填明理由也不得签发；退回修改后前次审核作废', () => {
    const twoPosts = actor('市司法局', 'deputy-head', '监督员');
    const reviewed = start.does(BUREAU.supervisor, 'draft', CIRCULAR).does(BUREAU.supervisor, 'submit').does(BUREAU.deputy, 'review');
    expect(reviewed.tries(twoPosts, 'sign', { alone: '没有其他人员' })).toMatchObject({ refused: 'own-draft' });
    const again = reviewed
      .does(BUREAU.deputy, 'return-draft', { reason: '改' })
      .does(BUREAU.supervisor, 'submit')
      .does(BUREAU.checker, 'review');
    expect(again.tries(BUREAU.deputy, 'sign')).toBeNull();
  });

  it('只有法制员和局长两人的部门也能发出通报：局长填明理由签发，法制员用印', () => {
    const legal = actor('市交通局', 'legal-office', '法制员');
    const boss = actor('市交通局', 'head', '局长');
    const draft = start.does(legal, 'draft', { ...CIRCULAR, units: [idOf('交通支队')] }).does(legal, 'submit');
    const signed = rendered(draft.does(boss, 'review').does(boss, 'sign', { alone: '本局没有其他审核人员' }));
    expect(signed.tries(boss, 'seal')).toMatchObject({ refused: 'own-seal' });
    expect(signed.does(legal, 'seal').state.status).toBe('serving');
  });

  it('约谈后逐项跟踪承诺，全部完成才能结案', () => {
    const held = served(TALK).does(BUREAU.supervisor, 'hold', HELD);
    expect(held.tries(BUREAU.supervisor, 'close', { summary: '…' })).toMatchObject({ refused: 'commitments-open', cite: { article: 21 } });
    expect(held.tries(UNIT.handler, 'fulfil', { no: 2, on: '2026-06-01', proof: [idOf('证明')] })).toMatchObject({
      refused: 'no-such-commitment',
    });
    const done = held.does(UNIT.handler, 'fulfil', { no: 1, on: '2026-06-01', proof: [idOf('证明')] });
    expect(done.does(BUREAU.supervisor, 'close', { summary: '完成' }).state.status).toBe('closed');
  });

  it('承诺日当日仍可完成，次日起发文机关登记逾期和后续处理，然后可以结案', () => {
    const held = served(TALK).does(BUREAU.supervisor, 'hold', HELD);
    const unkept = { no: 1, measures: '再次约谈' };
    expect(held.tasks().map((t) => [t.act, t.organisationId])).toContainEqual(['note-unkept', idOf('市司法局')]);
    expect(held.on('2026-07-01').tries(BUREAU.supervisor, 'note-unkept', unkept)).toMatchObject({ refused: 'commitment-not-due' });
    expect(held.on('2026-07-02').tries(UNIT.handler, 'note-unkept', unkept)).toMatchObject({ refused: 'wrong-role' });
    const noted = held.on('2026-07-02').does(BUREAU.supervisor, 'note-unkept', unkept);
    expect(noted.tries(UNIT.handler, 'fulfil', { no: 1, on: '2026-07-02', proof: [idOf('证明')] })).toMatchObject({
      refused: 'no-such-commitment',
    });
    expect(noted.does(BUREAU.supervisor, 'close', { summary: '另行处理' }).state.status).toBe('closed');
  });

  it('文书从事实印出，引本市条文', () => {
    for (const [r, name, words] of [
      [served(TALK), '约谈通知书', '造成重大影响：引发群体投诉'],
      [served(CIRCULAR), '通报', '第二十一条的规定'],
      [served(TALK).does(BUREAU.supervisor, 'hold', HELD), '约谈记录', '全面自查'],
    ] as const) {
      const issue = r.issued.findLast((i) => i.name === name);
      const made = TEMPLATES.find((t) => t.template === issue?.template)?.make(JSON.parse(JSON.stringify(issue?.facts)));
      expect(JSON.stringify(made?.body)).toContain(words);
    }
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  const INPUTS: Readonly<Record<string, Input>> = {
    'return-draft': { reason: '退回' },
    'seal-by-hand': { scan: [idOf('扫描')] },
    withdraw: { reason: '撤回' },
    hold: HELD,
    fulfil: { no: 1, on: '2026-06-01', proof: [idOf('证明')] },
    'note-unkept': { no: 1, measures: '再次约谈' },
    close: { summary: '结案' },
  };
  const playground: Playground = {
    kind: KIND,
    cast: [...Object.values(BUREAU), ...Object.values(UNIT), actor('市交通局', 'head', '局长')],
    inputs: (act) => (act === 'revise' ? [] : [INPUTS[act] ?? {}]),
    situation: (at) => {
      const s = at.state as NoticeAndTalk;
      return JSON.stringify([s.status, s.receivedBy.length, s.commitments.map((c) => [c.doneOn !== null, c.unkept !== undefined])]);
    },
    settled: rendered,
    days: 90,
    until: '2026-12-31',
  };

  it('通报、约谈都能走到结案，未结的都有人能办', () => {
    const graphs = [TALK, CIRCULAR].map((input) => explore(playground, start.does(BUREAU.supervisor, 'draft', input)));
    for (const graph of graphs) {
      expect(deadEnds(playground, graph)).toEqual([]);
      for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    }
    const reached = new Set(graphs.flatMap((graph) => [...graph.seen.values()].map((at) => at.state.status)));
    expect([...reached].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名和取值一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611241140_notices-and-talks_table.sql', import.meta.url), 'utf8');
    expect(listedIn(sql, 'type')).toEqual(Object.keys(TYPE_LABELS));
    for (const column of Object.keys(columns(served(TALK).state as NoticeAndTalk))) expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});
