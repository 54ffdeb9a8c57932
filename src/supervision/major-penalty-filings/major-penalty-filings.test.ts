import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type BaseState, type Json, localDate, SECOND_CITY } from '#law';
import { deadEnds, explore, listedIn, missingArticles, type Playground, taskFault } from '#testing/explore';
import type { Rehearsal } from '#testing/rehearsal';
import { idOf, ORGANISATIONS } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import type { Decided } from './decided.ts';
import { TEMPLATES } from './documents.ts';
import { endingWithout, settling } from './duty.ts';
import { type MajorPenaltyFiling, RESULT_LABELS, STATUS_LABELS } from './model.ts';
import { recipientsOf } from './recipients.ts';
import {
  BUREAU,
  duty,
  examining,
  filed,
  KIND,
  OPINION,
  ORGAN,
  opened,
  PACKAGE,
  PLATFORM,
  rendered,
  SOUND,
  STAGE,
  served,
  signed,
} from './testing.ts';

const RECEIPT = { on: '2026-06-12', number: '巴市监备〔2026〕1号', paper: [idOf('回执')] };
const state = (r: Rehearsal): MajorPenaltyFiling => r.state as MajorPenaltyFiling;
const tasksOf = (r: Rehearsal): readonly string[] => r.tasks().map((t) => t.act);
const printed = (r: Rehearsal, kind: string): string => {
  const issue = r.issued.findLast((i) => i.kind === kind);
  const facts = JSON.parse(JSON.stringify(issue?.facts ?? null));
  return JSON.stringify(TEMPLATES.find((t) => t.template === issue?.template)?.make(facts) ?? null);
};

describe('报给谁（备案办法第四条，细则第十八条）', () => {
  const of = (id: string) => ORGANISATIONS.find((o) => o.id === id);
  const recipients = (key: string) => {
    const organ = of(idOf(key));
    if (organ === undefined) throw new Error(key);
    return recipientsOf(organ, of);
  };
  const ids = (bureau: string | null, reviewer: string | null, upper: string | null) => ({
    bureauId: bureau === null ? null : idOf(bureau),
    reviewerId: reviewer === null ? null : idOf(reviewer),
    upperId: upper === null ? null : idOf(upper),
  });

  it.each([
    ['部门报本级政府（司法行政部门）和上一级主管部门', '区市场监管局', ids('区司法局', '区司法局', '市市场监管局')],
    ['没有登记上一级主管部门的只报本级', '市交通局', ids('市司法局', '市司法局', null)],
    ['垂直管理的只报上一级主管部门', '市税务局', ids('市司法局', null, '自治区税务局')],
    ['政府报上一级政府', '区政府', ids('区司法局', '市司法局', null)],
    ['受委托组织报委托机关', '交通支队', ids('市司法局', '市交通局', null)],
    ['苏木乡镇报旗县区', '狼山镇', ids('区司法局', '区司法局', null)],
    ['司法行政部门报上一级', '区司法局', ids('市司法局', '市司法局', null)],
  ])('%s', (_, key, expected) => expect(recipients(key)).toEqual(expected));
});

describe('应备及其期限（细则第十八条，期限待核定）', () => {
  it('自决定次日起十五日；第十五日未逾期，次日零时转为逾期未报并由司法行政部门催报', () => {
    expect(opened().clocks()).toEqual([{ clock: 'KS-10', key: '', dueOn: '2026-06-25', stoppedOn: null }]);
    expect(opened().on('2026-06-25').state.status).toBe('due');
    const late = opened().on('2026-06-26');
    expect(state(late)).toMatchObject({ status: 'overdue', overdueOn: '2026-06-26' });
    expect(tasksOf(opened())).toEqual(['prepare']);
    expect(late.tasks().map((t) => [t.act, t.organisationId])).toEqual([
      ['prepare', idOf('区市场监管局')],
      ['demand', idOf('区司法局')],
    ]);
    expect(opened({}, { ...STAGE, profile: SECOND_CITY }).clocks()).toMatchObject([{ dueOn: '2026-06-20' }]);
  });

  it.each([
    ['2026-06-25', false, '第十五日'],
    ['2026-06-26', true, '第十六日'],
  ])('%s报送：逾期%s（%s），逾期的记明而不拒收', (day, late) => {
    const at = filed(opened().on(day));
    expect(at.state.status).toBe('receiving');
    expect(columns(state(at))).toMatchObject({ late, filed_on: day });
    expect(at.says.includes('逾期')).toBe(late);
    expect(at.clocks()).toMatchObject([{ stoppedOn: day }]);
    expect(printed(examining(at), 'DOC-28-收讫').includes('（逾期）')).toBe(late);
  });

  it('催报只在逾期以后，日期不早于当日；不是法定期限', () => {
    const words = { words: '请尽快报送', due: '2026-06-30' };
    expect(opened().on('2026-06-25').tries(BUREAU.supervisor, 'demand', words)).toMatchObject({ refused: 'wrong-state' });
    const late = opened().on('2026-06-26');
    expect(late.tries(BUREAU.supervisor, 'demand', { ...words, due: '2026-06-25' })).toMatchObject({ refused: 'due-past' });
    const once = late.does(BUREAU.supervisor, 'demand', { ...words, due: '2026-06-26' });
    expect(once.tasks()[1]?.title).toContain('催报1次');
    // The letter is the bureau's, names the unit and its day, and no period as law.
    const twice = once.does(BUREAU.supervisor, 'demand', { ...words, due: '2026-06-27' });
    expect(twice.issued.at(-1)).toMatchObject({ kind: 'DOC-28-催报', numbered: false });
    const text = printed(twice, 'DOC-28-催报');
    for (const said of ['此前已催报1次', '2026年6月27日前在平台报送备案', words.words]) expect(text).toContain(said);
    expect(text).not.toContain('十五日');
  });

  it('重新作出的决定另列一件：前一件已报送的留着，还没有报送的先不再应备；同一决定的照改', () => {
    const decided = (no: number): Decided => ({
      ...{ organId: idOf('区市场监管局'), no, number: '临市监罚〔2026〕9号', party: '某商贸有限公司（演示）', penalty: '罚款' },
      ...{
        fineFen: 6_000_000,
        confiscatedFen: null,
        decidedOn: localDate('2026-09-01'),
        statedOn: null,
        fromCase: true,
        stands: true,
        whyNot: '',
      },
    });
    const recipients = { bureauId: idOf('区司法局'), reviewerId: idOf('区司法局'), upperId: null };
    const acts = (no: number, at: Rehearsal | null, reasons = ['罚款60,000元']) =>
      settling({ decided: decided(no), reasons, recipients }, at === null ? null : state(at)).map(({ act }) => act);
    expect([acts(1, null), acts(1, opened()), acts(1, filed())]).toEqual([['open'], ['restate'], []]);
    expect([acts(2, opened()), acts(2, filed())]).toEqual([['lapse', 'open'], ['open']]);
    const second = (at: Rehearsal) => at.withState((s) => ({ ...s, decisionNo: 2 }) as BaseState);
    expect([acts(2, second(opened())), acts(2, second(filed()))]).toEqual([['restate'], []]);
    expect([acts(2, opened(), []), acts(2, filed(), [])]).toEqual([['lapse'], []]);
  });

  it('决定书送达以前作废的，尚未报送的不再应备；已经报送的照旧，没有列入的没有可办', () => {
    const ended = endingWithout(state(opened()));
    expect(ended).toMatchObject({ act: 'lapse', input: { reason: '决定书送达以前已经作废，没有应当报送的决定' } });
    expect([endingWithout(state(filed())), endingWithout(null)]).toEqual([null, null]);
  });

  it('来源载明备案日期的不再催；决定不再达到标准的转为不再应备，逾期的记录保留', () => {
    const stated = opened({ statedOn: '2026-06-20' });
    expect(stated.state).toMatchObject({ status: 'stated', endedOn: '2026-06-20' });
    expect(stated.clocks()).toMatchObject([{ stoppedOn: '2026-06-20' }]);
    const { decision: _, ...told } = { decision: null, ...duty({ statedOn: '2026-06-20' }) };
    expect(opened().does(PLATFORM, 'restate', told).state.status).toBe('stated');
    const lapsed = opened().on('2026-07-01').does(PLATFORM, 'lapse', { reason: '该决定已被撤销' });
    expect(lapsed.state).toMatchObject({ status: 'lapsed', overdueOn: '2026-06-26', endReason: '该决定已被撤销' });
    expect(filed().tries(PLATFORM, 'lapse', { reason: '…' })).toMatchObject({ refused: 'wrong-state' });
  });
});

describe('报送（细则第十八条）', () => {
  it('材料备齐才能报送，备材料的人不审定；退回的重新备', () => {
    expect(opened().tries(ORGAN.head, 'file', {})).toMatchObject({ refused: 'not-prepared', cite: { article: 18 } });
    const byHead = opened().does(ORGAN.office, 'prepare', PACKAGE);
    const self = { ...ORGAN.office, role: 'head' as const };
    expect(byHead.tries(self, 'file', {})).toMatchObject({ refused: 'own-package' });
    const back = byHead.does(ORGAN.head, 'return-package', { reason: '缺法制审核意见' });
    expect(back.tries(ORGAN.head, 'file', {})).toMatchObject({ refused: 'not-prepared' });
    expect(tasksOf(back)).toEqual(['prepare']);
    expect(tasksOf(back.does(ORGAN.handler, 'prepare', PACKAGE))).toEqual(['file']);
  });

  it('备案报告写明文号、金额、理由、材料件数和抄报机关；报送以后审查机关、上一级主管部门才参与', () => {
    const report = printed(filed(), 'DOC-28');
    for (const words of ['临市监罚〔2026〕8号', '罚款50,000元', '主要证据及说明', '法制审核意见', '巴彦淖尔市市场监督管理局'])
      expect(report).toContain(words);
    expect(KIND.participants(opened().state).map((p) => p.as)).toEqual(['organ', 'bureau']);
    expect(KIND.participants(filed().state).map((p) => p.as)).toEqual(['organ', 'bureau', 'issuer', 'upper']);
  });

  it('垂直管理机关只报上一级主管部门：回执登记后办结', () => {
    const at = filed(opened({ reviewer: null }));
    expect(at.state.status).toBe('receipting');
    expect(at.on('2026-06-12').does(ORGAN.handler, 'register-receipt', RECEIPT).state).toMatchObject({ status: 'accepted' });
  });

  it('回执日期不早于报送、不晚于登记当日；没有抄报的不登记', () => {
    const at = filed().on('2026-06-15');
    expect(at.tries(ORGAN.handler, 'register-receipt', { ...RECEIPT, on: '2026-06-09' })).toMatchObject({ refused: 'receipt-date' });
    expect(at.tries(ORGAN.handler, 'register-receipt', { ...RECEIPT, on: '2026-06-10' })).toBeNull();
    expect(at.tries(ORGAN.handler, 'register-receipt', { ...RECEIPT, on: '2026-06-16' })).toMatchObject({ refused: 'receipt-date' });
    expect(filed(opened({ upper: null })).tries(ORGAN.handler, 'register-receipt', RECEIPT)).toMatchObject({ refused: 'no-upper' });
  });
});

describe('审查（细则第八条第三项、第十八条）', () => {
  it('四个方面都没有问题才能予以备案；上级回执未登记的不办结', () => {
    expect(examining().tries(BUREAU.supervisor, 'accept', { ...SOUND, procedure: 'doubtful' })).toMatchObject({ refused: 'has-problem' });
    const accepted = examining().does(BUREAU.supervisor, 'accept', SOUND);
    expect(accepted.state).toMatchObject({ status: 'receipting', endedOn: null });
    expect(accepted.on('2026-06-12').does(ORGAN.office, 'register-receipt', RECEIPT).state).toMatchObject({ status: 'accepted' });
    const first = filed().on('2026-06-12').does(ORGAN.office, 'register-receipt', RECEIPT);
    expect(first.state.status).toBe('receiving');
    expect(examining(first).does(BUREAU.supervisor, 'accept', SOUND).state).toMatchObject({ status: 'accepted', endedOn: '2026-06-12' });
  });

  it('要求补正写明材料和日期；补正不改变报送日期', () => {
    const asked = filed().does(BUREAU.supervisor, 'ask-correction', { words: '缺集体讨论记录', due: '2026-06-10' });
    expect(printed(asked, 'DOC-28-补正')).toContain('缺集体讨论记录');
    expect(filed().tries(BUREAU.supervisor, 'ask-correction', { words: '…', due: '2026-06-09' })).toMatchObject({ refused: 'due-past' });
    const again = asked.on('2026-07-10').does(ORGAN.handler, 'resubmit', { words: '已补', papers: [idOf('记录')] });
    expect(state(again)).toMatchObject({ status: 'receiving', filedOn: '2026-06-10' });
    expect(state(again).corrections).toMatchObject([{ doneOn: '2026-07-10' }]);
  });

  it('审查意见书有文号、问题和纠正要求；审核、签发不是拟稿人；引文有误的不得签发', () => {
    for (const words of ['临司备审〔2026〕', '没有告知听证权利', '建议纠正', '依法纠正'])
      expect(printed(signed(), 'DOC-28-审查意见书')).toContain(words);
    const submitted = examining().does(BUREAU.supervisor, 'draft-opinion', OPINION).does(BUREAU.supervisor, 'submit');
    const self = { ...BUREAU.supervisor, role: 'checker' as const };
    expect(submitted.tries(self, 'review')).toMatchObject({ refused: 'own-draft' });
    const wrong = { problems: [{ head: 'basis', facts: '适用依据错误。', basis: '《中华人民共和国行政处罚法》第九百条' }] };
    const cited = examining().does(BUREAU.supervisor, 'draft-opinion', { ...OPINION, ...wrong });
    expect(cited.does(BUREAU.supervisor, 'submit').tries(BUREAU.checker, 'review')).not.toBeNull();
    expect(rendered(signed(), false).does(BUREAU.sealer, 'seal').tries(BUREAU.supervisor, 'serve')).toMatchObject({
      refused: 'not-sealed',
    });
  });

  it('送达以前处罚机关看不到意见；怎样拟的始终看不到', () => {
    const asOrgan = (r: Rehearsal) => KIND.shown?.(r.state, (party) => party === 'organ') as unknown as MajorPenaltyFiling;
    const drafted = examining().does(BUREAU.supervisor, 'draft-opinion', OPINION);
    for (const r of [drafted, signed()]) {
      expect(asOrgan(r)).toMatchObject({ status: r.state.status, opinion: null, letter: null, drafters: [], reviewed: null });
      expect(KIND.shown?.(r.state, (party) => party === 'issuer')).toEqual(r.state);
      expect(KIND.shown?.(r.state, () => false)).toEqual({ status: r.state.status });
    }
    expect(asOrgan(served())).toMatchObject({ opinion: { result: 'advise' }, drafters: [], reviewed: null });
  });

  it('责令改正、提请撤销的，登记处理它的监督文书以后才能办结；监督文书应当针对同一机关', () => {
    const answered = served({ result: 'order' }).does(ORGAN.handler, 'answer', { words: '已撤销重作' });
    const conclude = { opinion: '已核查' };
    expect(answered.tries(BUREAU.supervisor, 'conclude', conclude)).toMatchObject({ refused: 'not-taken-up', cite: { article: 22 } });
    const about = (...units: readonly string[]) => {
      const at = { id: idOf('监督文书'), kind: 'supervision-document', status: 'handling', homeId: idOf('区司法局'), followsThis: false };
      return new Map([[at.id, { ...at, type: 'opinion', about: units, isIssued: true }]]);
    };
    const take = { matter: idOf('监督文书') };
    expect(answered.knowing(about(idOf('市交通局'))).tries(BUREAU.supervisor, 'take-up', take)).toMatchObject({ refused: 'other-organ' });
    const taken = answered.knowing(about(idOf('区市场监管局'))).does(BUREAU.supervisor, 'take-up', take);
    expect(taken.does(BUREAU.supervisor, 'conclude', conclude).state.status).toBe('receipting');
    expect(served().does(ORGAN.handler, 'answer', { words: '已纠正' }).tries(BUREAU.supervisor, 'conclude', conclude)).toBeNull();
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  const taken = { id: idOf('监督文书'), kind: 'supervision-document', status: 'handling', homeId: idOf('区司法局'), followsThis: false };
  const matters = new Map([[taken.id, { ...taken, type: 'opinion', about: [idOf('区市场监管局')], isIssued: true }]]);
  const ahead = (at: Rehearsal): Readonly<Record<string, Json>> => ({ words: '请补正', due: at.today });
  const INPUTS: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
    restate: duty(),
    lapse: { reason: '该决定已并入另一记录' },
    prepare: PACKAGE,
    'return-package': { reason: '缺材料' },
    resubmit: { words: '已补正' },
    accept: SOUND,
    'draft-opinion': { ...OPINION, result: 'order' },
    revise: { ...OPINION, result: 'order' },
    'drop-opinion': { reason: '问题已经澄清' },
    'return-draft': { reason: '修改' },
    'seal-by-hand': { scan: [idOf('扫描')] },
    answer: { words: '已纠正' },
    'return-answer': { reason: '没有附证明' },
    'take-up': { matter: taken.id },
    conclude: { opinion: '已核查' },
  };
  const play: Playground = {
    kind: KIND,
    cast: [PLATFORM, ...Object.values(ORGAN), ...Object.values(BUREAU)],
    inputs: (act, at) => {
      if (act === 'note-overdue') return [];
      if (act === 'demand' || act === 'ask-correction') return [ahead(at)];
      if (act === 'register-receipt') return [{ ...RECEIPT, on: at.today }];
      return [INPUTS[act] ?? {}];
    },
    situation: (at) => {
      const s = state(at);
      return JSON.stringify([
        s.status,
        s.package !== null && !s.sentBack,
        s.receipt !== null,
        s.takenUpBy.length > 0,
        s.demands.length > 0,
      ]);
    },
    settled: (at) => rendered(at, true),
    days: 20,
    until: '2026-07-20',
  };

  it('备案事项', () => {
    const graphs = [opened(), opened({ statedOn: '2026-06-20' }), opened({ voluntary: true })].map((at) =>
      explore(play, at.knowing(matters)),
    );
    for (const graph of graphs) {
      expect(deadEnds(play, graph)).toEqual([]);
      for (const at of graph.seen.values()) expect(taskFault(play, at)).toBeNull();
    }
    const reached = graphs.flatMap((graph) => [...graph.seen.values()].map((at) => at.state.status));
    expect([...new Set(reached)].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名、结果一致', async () => {
    const read = (step: string) => readFile(new URL(`../../../db/migrations/${step}.sql`, import.meta.url), 'utf8');
    const sql = await read('202611271355_major_penalty_filings_table');
    const added = ['202611272150_major_penalty_filings_voluntary', '202611282010_major_penalty_filings_decision_no'];
    const whole = [sql, ...(await Promise.all(added.map(read)))].join('');
    for (const column of Object.keys(columns(state(opened())))) expect(whole).toMatch(new RegExp(`(^  |add column )${column} `, 'm'));
    expect(listedIn(sql, 'result')).toEqual(Object.keys(RESULT_LABELS));
  });
});
