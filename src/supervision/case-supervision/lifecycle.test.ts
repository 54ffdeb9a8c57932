import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { deadEnds, explore, listedIn, missingArticles, type Playground, taskFault } from '#testing/explore';
import { keepActs } from '#testing/keep-acts';
import { rehearse } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import { PLATFORM } from '#testing/wander';
import { columns } from './columns.ts';
import { HEAD_LABELS, PARTNER_LABELS, SOURCE_LABELS, STATUS_LABELS, type SupervisionCase } from './model.ts';
import {
  A,
  aClue,
  B,
  BORROWED,
  BUREAU,
  CITY_SUPERVISOR,
  DOCUMENT,
  filed,
  KIND,
  NOTICE,
  OFFICE,
  others,
  PROBLEM,
  QUESTION,
  STAGE,
} from './testing.ts';

const CITY_HEAD = actor('市司法局', 'head', '局长');
const BANNER = [actor('旗司法局', 'supervisor', '借调监督员'), actor('旗司法局', 'head', '局长')];

const BANNER_DOCUMENT = idOf('旗监督文书');
const BANNER_NOTICE = idOf('旗监督通知书');

const reason = { reason: '理由' };
const INPUTS: Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>> = {
  'accept-petition': [{ answer: '接受' }],
  'return-petition': [reason],
  'propose-filing': [{ opinion: '立案' }],
  decline: [reason],
  reassign: [{ to: idOf('市司法局'), reason: '管辖' }],
  file: [{ handlers: [A, B] }],
  'ask-statement': [{ matters: '说明', due: '2026-12-30' }],
  'record-statement': [{ received: true, words: '无异议' }],
  question: [QUESTION],
  'call-files': [{ items: [{ name: '案卷' }], due: '2026-12-30' }],
  'return-files': [{ items: [{ no: 1 }] }],
  'stop-unlawful': [{ time: '09:00', act: '收费', demand: '停止', response: '停止', officers: [A, B] }],
  suspend: [reason],
  resume: [{}],
  establish: [{ problems: [{ ...PROBLEM, evidence: '1' }], reasons: '充分' }],
  'no-problem': [reason],
  'link-document': [
    { document: DOCUMENT, problems: [{ no: 1 }] },
    { document: NOTICE, stops: [{ no: 1 }] },
    { document: BANNER_DOCUMENT, problems: [{ no: 1 }] },
    { document: BANNER_NOTICE, stops: [{ no: 1 }] },
  ],
  exempt: [{ problems: [{ no: 1 }], reason: '轻微' }],
  'document-ended': [
    { document: DOCUMENT, ending: 'closed' },
    { document: NOTICE, ending: 'closed' },
    { document: BANNER_DOCUMENT, ending: 'closed' },
    { document: BANNER_NOTICE, ending: 'closed' },
  ],
  close: [{ summary: '结案' }],
  archive: [{ catalogue: '1' }],
  'take-over': [{}],
  'hand-back': [reason],
  recall: [reason],
  designate: [{ to: idOf('旗司法局'), reason: '指定' }],
  appoint: [{ handlers: [A, B] }, { handlers: [BORROWED] }],
  'add-involved': [{ involved: [B] }],
};

/** Repeating an entry changes nothing that the lifecycle looks at: once is enough. */
function again(act: string, s: SupervisionCase): boolean {
  if (act === 'question') return s.gathered.length > 0;
  if (act === 'ask-statement') return s.statement !== null;
  if (act === 'record-statement') return s.statement?.heardOn !== null;
  if (act === 'call-files') return s.lentItems.length > 0;
  if (act === 'stop-unlawful') return s.stops.length > 0;
  if (act === 'appoint') return s.handlerIds.length > 0;
  if (act === 'add-involved') return s.involvedIds.length > 0 || s.status !== 'inquiry';
  if (act === 'designate') return s.raised !== undefined || s.status !== 'inquiry';
  if (act === 'establish') return s.problems.length > 0;
  if (act === 'hand-back' || act === 'recall') return (s.handedBack ?? []).length > 0;
  return false;
}

const PLAYGROUND: Playground = {
  kind: KIND,
  cast: [...Object.values(BUREAU), OFFICE, CITY_SUPERVISOR, CITY_HEAD, ...BANNER],
  inputs: (act, at) => (again(act, at.state as SupervisionCase) ? [] : (INPUTS[act] ?? [])),
  situation: (at) => {
    const s = at.state as SupervisionCase;
    const problems = s.problems.map((p) => [p.document !== null, p.exemption !== null, p.answeredOn !== null]);
    const papers = [s.documents.map((d) => d.endedOn !== null), s.lentItems.map((i) => i.returnedOn !== null)];
    return JSON.stringify([
      s.status,
      problems,
      papers,
      s.stops.map((x) => x.noticedOn !== null),
      s.gathered.length > 0,
      s.statement?.heardOn != null,
      s.statement !== null,
      s.organId,
      s.handlerIds.length > 0,
      s.involvedIds.length > 0,
      (s.handedBack ?? []).length,
    ]);
  },
  settled: (at) => at,
  days: 100,
  until: '2026-12-31',
};

const both = { about: [idOf('区市场监管局'), idOf('镇执法队')] };
const there = { ...both, homeId: idOf('旗司法局') };
const matters = others(
  [DOCUMENT, both],
  [NOTICE, { ...both, type: 'notice' }],
  [BANNER_DOCUMENT, there],
  [BANNER_NOTICE, { ...there, type: 'notice' }],
);
const THERE = { ...STAGE, facts: { ...STAGE.facts, matters } };
const petition = { subject: '事由', unit: idOf('镇执法队'), head: '8(13)', facts: '事实', bureau: idOf('区司法局'), suggested: 'notice' };
const OPENINGS = {
  登记线索: rehearse(KIND, THERE, '2026-06-01').does(BUREAU.supervisorA, 'open', aClue()),
  司法所提请: rehearse(KIND, THERE, '2026-06-01').does(OFFICE, 'petition', petition),
};

describe('流程没有死路，案件不会没有人办（细则第九条）', () => {
  const graphs = Object.entries(OPENINGS).map(([name, start]) => [name, explore(PLAYGROUND, start)] as const);

  it.each(graphs)('%s：每一种情形都能走到办结', (_, graph) => {
    expect(deadEnds(PLAYGROUND, graph)).toEqual([]);
  });

  it.each(graphs)('%s：每一种未办结的情形都有人待办，且至少一项待办确能办理', (_, graph) => {
    for (const at of graph.seen.values()) expect(taskFault(PLAYGROUND, at)).toBeNull();
  });

  it('每一种状态都能到达', () => {
    const reached = new Set(graphs.flatMap(([, graph]) => [...graph.seen.values()].map((at) => at.state.status)));
    expect([...reached].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
  });

  it('归档的案件没有未答复的问题（细则第二十二条第一款）', () => {
    for (const [, graph] of graphs)
      for (const at of graph.seen.values()) {
        const s = at.state as SupervisionCase;
        if (s.status === 'archived') expect(s.problems.every((p) => p.document !== null || p.exemption !== null)).toBe(true);
      }
  });
});

describe('依据和数据表', () => {
  it('所引条文都存在', () => {
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('检查约束列出的正是模型的取值，列名一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611241120_case_supervision_table.sql', import.meta.url), 'utf8');
    const later = await readFile(new URL('../../../db/migrations/202611280102_assistance_tables.sql', import.meta.url), 'utf8');
    expect(listedIn(later, 'source')).toEqual(Object.keys(SOURCE_LABELS));
    expect(listedIn(sql, 'partner')).toEqual(Object.keys(PARTNER_LABELS));
    expect(listedIn(sql, 'head')).toEqual(Object.keys(HEAD_LABELS));
    for (const column of Object.keys(columns(filed().state as SupervisionCase))) expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});

const REDRESS = {
  subject: '被纠正的处罚案件',
  unit: idOf('区市场监管局'),
  bureau: idOf('区司法局'),
  facts: '行政复议：撤销。',
  cause: idOf('处罚案件'),
};
const COORDINATION = { ...REDRESS, facts: '协商记录：电话协商未成。' };
it('协助争议报请协调的，成为本级司法行政部门的线索，由平台列入（细则第六条）', () => {
  const asked = COORDINATION;
  const at = rehearse(KIND, STAGE, '2026-06-01');
  expect(at.does(PLATFORM, 'open-coordination', asked).state).toMatchObject({ status: 'triage', source: 'coordination' });
  expect(at.tries(PLATFORM, 'open-coordination', { ...asked, bureau: idOf('区政府') })).toMatchObject({ refused: 'not-bureau' });
  expect(at.tries(BUREAU.supervisorA, 'open-coordination', asked)).not.toBeNull();
});

const listed = () => rehearse(KIND, STAGE, '2026-06-01').does(PLATFORM, 'open-redress', REDRESS);
keepActs(KIND, [listed(), rehearse(KIND, STAGE, '2026-06-01').does(PLATFORM, 'open-coordination', COORDINATION)]);

it('被纠错的处罚案件列入本级司法行政部门的案卷评查，等待研判；只由平台列入，不列入别的单位（细则第十二条）', () => {
  const at = listed();
  expect([at.state.status, (at.state as SupervisionCase).organId, (at.state as SupervisionCase).source]).toEqual([
    'triage',
    idOf('区司法局'),
    'review',
  ]);
  expect(at.tasks().map((t) => t.act)).toContain('propose-filing');
  const fresh = rehearse(KIND, STAGE, '2026-06-01');
  expect(fresh.tries(PLATFORM, 'open-redress', { ...REDRESS, bureau: idOf('区政府') })).toMatchObject({ refused: 'not-bureau' });
  expect(fresh.tries(BUREAU.supervisorA, 'open-redress', REDRESS)).not.toBeNull();
});
