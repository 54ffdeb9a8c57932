import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, listedIn, missingArticles, type Playground, taskFault } from '#testing/explore';
import { rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, ORGANISATIONS, register } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import { daysOfHalf, halfOf } from './half-year.ts';
import { GUIDANCE } from './kind.ts';
import { FORM_LABELS, type Guidance, ORIGIN_LABELS, STATUS_LABELS } from './model.ts';

const KIND = anyKind(GUIDANCE);
type Input = Readonly<Record<string, Json>>;
// The banner of the register's other half lies in a region of its own.
const UNITS = ORGANISATIONS.map((o) => (o.id === idOf('旗农牧局') ? { ...o, regionCode: '150824' } : o));
const STAGE: Stage = { facts: register([], UNITS), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const GUIDE = actor('区市场监管局', 'legal-office', '法制员');
const TOWN = actor('狼山镇', 'handler', '承办人');
const BUREAU = actor('区司法局', 'supervisor', '监督员');

const TALK: Input = { form: 'consultation', subject: '食品摊贩处罚的裁量' };
const ASK: Input = { ...TALK, guide: idOf('区市场监管局'), request: '初次违法怎样适用裁量基准？', dueOn: null, materials: null };
const ASSIGN: Input = { ...ASK, guided: idOf('狼山镇') };
const GIVEN: Input = { on: '2026-06-01', guides: '李某', attendees: '王某', content: '适用不予处罚清单第三项。', record: null };
const start = rehearse(KIND, STAGE, '2026-06-01');
const asked = start.does(TOWN, 'ask', ASK);
const confirming = asked.does(GUIDE, 'record', GIVEN);

describe('谁指导谁（细则第二条第五款）', () => {
  it.each([
    ['苏木乡镇请本旗县区部门指导', '狼山镇', '区市场监管局', null],
    ['苏木乡镇请别的旗县区部门指导', '狼山镇', '旗农牧局', 'not-related'],
    ['苏木乡镇请市级部门指导', '狼山镇', '市市场监管局', 'not-related'],
    ['受委托组织请委托机关指导', '交通支队', '市交通局', null],
    ['受委托组织请别的部门指导', '交通支队', '市市场监管局', 'not-related'],
    ['派驻队请派出部门指导', '派驻中队', '区市场监管局', null],
    ['下级部门请上一级主管部门指导', '区市场监管局', '市市场监管局', null],
    ['上级部门请下级部门指导', '市市场监管局', '区市场监管局', 'not-related'],
    ['没有登记的部门', '狼山镇', '旧局', 'not-valid'],
    ['请自己指导', '狼山镇', '狼山镇', 'not-related'],
  ])('%s', (_, unit, guide, refused) => {
    const answer = start.tries(actor(unit, 'handler', '承办人'), 'ask', { ...ASK, guide: idOf(guide) });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 2, paragraph: 5 } });
  });

  it('任务由指导部门自己布置，或者由其本级司法行政部门布置', () => {
    expect(start.tries(GUIDE, 'assign', ASSIGN)).toBeNull();
    expect(start.tries(BUREAU, 'assign', ASSIGN)).toBeNull();
    expect(start.tries(actor('旗司法局', 'supervisor', '监督员'), 'assign', ASSIGN)).toMatchObject({ refused: 'not-own' });
    const set = start.does(BUREAU, 'assign', ASSIGN);
    expect(set.tries(GUIDE, 'cancel', { reason: '…' })).toMatchObject({ refused: 'not-own' });
    expect(set.tries(BUREAU, 'cancel', { reason: '…' })).toBeNull();
    expect(set.tries(GUIDE, 'decline', { reason: '不属本部门职责' })).toBeNull();
    expect(start.does(GUIDE, 'assign', ASSIGN).tries(GUIDE, 'cancel', { reason: '…' })).toBeNull();
  });
});

describe('记录和确认（SM-C17）', () => {
  it.each([
    ['请求之日', '2026-06-01', null],
    ['请求之日的前一日', '2026-05-31', 'before-task'],
    ['登记之日', '2026-06-03', null],
    ['登记之日的次日', '2026-06-04', 'future'],
  ])('指导日期：%s', (_, on, refused) => {
    const answer = asked.on('2026-06-03').tries(GUIDE, 'record', { ...GIVEN, on });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });

  it('事后登记的，指导日期可以早于登记之日，不得晚于登记之日', () => {
    const { on: _, ...given } = GIVEN;
    const record = (on: string) => start.tries(GUIDE, 'record-given', { ...TALK, guided: idOf('狼山镇'), ...given, on });
    expect(record('2025-12-01')).toBeNull();
    expect(record('2026-06-02')).toMatchObject({ refused: 'future' });
  });

  it('商定的日期可以是今日，不得是昨日', () => {
    expect(start.tries(TOWN, 'ask', { ...ASK, dueOn: '2026-06-01' })).toBeNull();
    expect(start.tries(TOWN, 'ask', { ...ASK, dueOn: '2026-05-31' })).toMatchObject({ refused: 'due-past' });
  });

  it('只有对方能够确认；不予确认的退回重新登记，确认后生成业务指导记录', () => {
    expect(confirming.tries(GUIDE, 'confirm', { words: null })).toMatchObject({ refused: 'wrong-role' });
    const again = confirming.does(TOWN, 'object', { reason: '当日没有人来' });
    expect(again.state).toMatchObject({ status: 'assigned', given: null, objections: [{ reason: '当日没有人来' }] });
    const confirmed = again.does(GUIDE, 'record', GIVEN).does(TOWN, 'confirm', { words: null });
    expect(columns(confirmed.state as Guidance)).toMatchObject({ given_on: '2026-06-01', confirmed_on: '2026-06-01', objections: 1 });
    const issue = confirmed.issued.at(-1);
    const made = TEMPLATES.find((t) => t.template === issue?.template)?.make(JSON.parse(JSON.stringify(issue?.facts)));
    for (const part of ['旗县区部门对苏木乡镇、街道', '适用不予处罚清单第三项。', '情况属实。', '2026年6月1日'])
      expect(JSON.stringify(made?.body)).toContain(part);
  });

  it.each([
    ['2026-06-30', '2026-1', '2026-01-01', '2026-06-30'],
    ['2026-07-01', '2026-2', '2026-07-01', '2026-12-31'],
  ])('%s 属于 %s', (day, half, from, through) => {
    expect(halfOf(day as never)).toBe(half);
    expect(daysOfHalf(half)).toEqual({ from, through });
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  const INPUTS: Readonly<Record<string, Input>> = {
    ...{ confirm: { words: null }, object: { reason: '…' }, decline: { reason: '…' }, withdraw: { reason: '…' }, cancel: { reason: '…' } },
  };
  const playground: Playground = {
    kind: KIND,
    cast: [GUIDE, TOWN, BUREAU],
    inputs: (act, at) => [act === 'record' ? { ...GIVEN, on: at.today } : (INPUTS[act] ?? {})],
    situation: (at) => {
      const s = at.state as Guidance;
      return JSON.stringify([s.status, s.origin, s.objections.length > 0]);
    },
    settled: (r) => r,
    days: 90,
    until: '2026-12-31',
  };

  it('都能走到确认、退回或者撤回，未结的都有人能办', () => {
    const reached = new Set<string>();
    const given = { ...TALK, guided: idOf('狼山镇'), ...GIVEN };
    for (const from of [asked, start.does(BUREAU, 'assign', ASSIGN), start.does(GUIDE, 'record-given', given)]) {
      const graph = explore(playground, from);
      expect(deadEnds(playground, graph)).toEqual([]);
      for (const at of graph.seen.values()) {
        expect(taskFault(playground, at)).toBeNull();
        reached.add(at.state.status);
      }
    }
    expect([...reached].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名和取值一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611271725_guidance_table.sql', import.meta.url), 'utf8');
    expect(listedIn(sql, 'form')).toEqual(Object.keys(FORM_LABELS));
    expect(listedIn(sql, 'origin')).toEqual(Object.keys(ORIGIN_LABELS));
    for (const column of Object.keys(columns(confirming.state as Guidance))) expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});
