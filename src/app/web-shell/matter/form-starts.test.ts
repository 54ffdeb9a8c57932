import { describe, expect, it } from 'vitest';
import { choice, cite, date, integer, money, persons, rows, text } from '#law';
import type { MatterView, OfferedAct, TimelineAct } from '#ui/api/types.ts';
import { formStart as formStartOn, formUnasked } from './form-starts.ts';

const formStart = (of: MatterView, act: OfferedAct) => formStartOn(of, act, '2026-03-20');

const form = { items: text('事项'), from: date('起始日') };
const offered = (act: string): OfferedAct => ({
  ...{ act, label: act, does: 'step', aside: false, group: null, stepUp: false, prints: null, form },
  ...{ cite: cite('实施细则', 8, undefined, 11), article: '《实施细则》第八条' },
  ...{ allowed: true, reportable: false, onlyReported: false, refused: null, reason: null },
});
const said = (seq: number, input: TimelineAct['input'], more: Partial<TimelineAct> = {}): TimelineAct => ({
  ...{
    seq,
    type: 'draft',
    label: '拟委托',
    legalDate: '2026-03-16',
    legalTime: null,
    recordedAt: '2026-03-16T01:00:00Z',
    mode: 'performed',
  },
  ...{ source: null, actor: { name: '甲', organisationId: 'o', organisation: '某局' }, number: null, article: null, cite: null },
  ...{ fields: [], documents: [], files: [], corrected: false, retracted: false, doubts: [], input },
  ...more,
});
const matter = (...timeline: TimelineAct[]): MatterView =>
  ({ kind: 'delegation', state: { status: 'draft' }, parties: [], timeline }) as unknown as MatterView;

describe('修改、补正从上一次填写的内容开始，不从头再填', () => {
  const first = said(1, { items: '甲项', from: '2026-04-01', renews: null });
  const second = said(3, { items: '乙项', from: '2026-05-01' }, { type: 'revise' });

  it('取最近一次的内容，办理记录怎么排列都一样', () => {
    expect(formStart(matter(first, said(2, { opinion: '退回' }), second), offered('revise'))).toEqual({
      items: '乙项',
      from: '2026-05-01',
    });
    expect(formStart(matter(second, first), offered('revise'))).toEqual({ items: '乙项', from: '2026-05-01' });
  });

  it('撤销录入的不取；没有填过的从空白开始；别的办理不带入', () => {
    expect(formStart(matter(first, { ...second, retracted: true }), offered('resubmit'))).toEqual({ items: '甲项', from: '2026-04-01' });
    expect(formStart(matter(said(2, { opinion: '退回' })), offered('revise'))).toEqual({});
    expect(formStart(matter(first), offered('check'))).toEqual({});
  });
});

describe('普通程序处罚案件不重复填写', () => {
  it('退回补充核查以后再提请立案，从退回的意见开始；第一次提请从线索已有的开始', () => {
    const propose = {
      ...offered('propose-filing'),
      form: { handlers: persons('承办人', 'officers'), itemCode: text('事项'), opinion: text('意见') },
    };
    const at = (...timeline: TimelineAct[]): MatterView =>
      ({ kind: 'ordinary-penalty', state: { handlerIds: [], itemCode: '甲项' }, parties: [], timeline }) as unknown as MatterView;
    expect(formStart(at(), propose)).toMatchObject({ itemCode: '甲项', opinion: '' });
    const proposed = said(2, { handlers: ['a', 'b'], itemCode: '乙项', opinion: '建议立案' }, { type: 'propose-filing' });
    const returned = said(3, { reason: '补充核查' }, { type: 'return-filing' });
    expect(formStart(at(proposed, returned), propose)).toMatchObject({ itemCode: '乙项', opinion: '建议立案' });
    expect(formStart(at({ ...proposed, retracted: true }), propose)).toMatchObject({ itemCode: '甲项', opinion: '' });
  });

  it('第一次调查终结从提请立案时的依据开始；没有提请的从空白开始', () => {
    const at = (state: object): MatterView =>
      ({ kind: 'ordinary-penalty', state: { reports: [], ...state }, parties: [], timeline: [] }) as unknown as MatterView;
    const conclude = { ...offered('conclude'), form: { basis: text('处罚依据'), violated: text('违反的规定') } };
    expect(formStart(at({ basis: '《价格法》第四十二条' }), conclude)).toMatchObject({ basis: '《价格法》第四十二条' });
    expect(formStart(at({ basis: null }), conclude)).toEqual({});
  });

  it('单位当事人的责任能力不再问；自然人的如实填写（处罚法第三十条、第三十一条）', () => {
    const at = (kind: string): MatterView =>
      ({ kind: 'ordinary-penalty', state: { reports: [], party: { kind } }, parties: [], timeline: [] }) as unknown as MatterView;
    const conclude = { ...offered('conclude'), form: { capacity: choice('责任能力', { full: '完全', none: '没有' }) } };
    expect(formStart(at('legal-person'), conclude)).toEqual({ capacity: 'full' });
    expect(formStart(at('person'), conclude)).toEqual({});
  });

  it('第一次终结不问告知以后的新事实、与被撤销决定的变化；没有写明危害后果的不问其证据', () => {
    const unasked = (state: object): readonly string[] =>
      formUnasked({ kind: 'ordinary-penalty', state } as unknown as MatterView, 'conclude');
    const first = { notices: [], redresses: [], harm: false };
    expect(unasked(first)).toEqual(['harmEvidence', 'newFacts', 'differs']);
    expect(unasked({ ...first, harm: true })).toEqual(['newFacts', 'differs']);
    expect(unasked({ ...first, notices: [{ reportNo: 1 }] })).toEqual(['harmEvidence', 'differs']);
    expect(unasked({ ...first, redresses: [{ undoing: 'remake', redoneOn: null }] })).toEqual(['harmEvidence']);
    expect(unasked({ status: 'told' })).toEqual([]);
  });

  it('责令改正从本案的依据开始，再次责令的带入前次的要求（处罚法第二十八条）', () => {
    const order = {
      ...offered('order-correction'),
      form: { content: text('内容'), basis: text('依据'), again: integer('前次', { min: 1, max: 9 }) },
    };
    const at = (state: object): MatterView =>
      ({
        kind: 'ordinary-penalty',
        state: { handlerIds: ['甲'], reports: [], ...state },
        parties: [],
        timeline: [],
      }) as unknown as MatterView;
    expect(formStart(at({ basis: '《价格法》第四十二条', corrections: [] }), order)).toEqual({
      content: '',
      basis: '《价格法》第四十二条',
      again: '',
    });
    expect(formStart(at({ basis: null, corrections: [] }), order)).toEqual({});
    const first = { no: 1, letterNo: 1, by: null, content: '明码标价', checkedOn: '2026-03-20', corrected: false };
    const again = at({
      basis: null,
      corrections: [first],
      letters: [{ no: 1, receivedOn: '2026-03-16' }],
      reports: [{ basis: '《价格法》' }],
    });
    expect(formStart(again, order)).toEqual({ content: '明码标价', basis: '《价格法》', again: '1' });
  });

  it('复议诉讼、停止执行、纠错的后续从最早没有办完的一项开始，都办完的由承办人选', () => {
    const no = (act: string, state: object) =>
      formStart({ kind: 'ordinary-penalty', state: { reports: [], ...state }, parties: [], timeline: [] } as unknown as MatterView, {
        ...offered(act),
        form: { no: integer('序号', { min: 1, max: 50 }) },
      });
    const disputes = [
      { no: 1, acceptedOn: '2026-04-01', until: '2026-05-01' },
      { no: 2, acceptedOn: null, until: null },
    ];
    expect([no('dispute-accepted', { disputes }), no('dispute-ended', { disputes })]).toEqual([{ no: '2' }, { no: '2' }]);
    expect(no('withdraw-publication', { redresses: [{ no: 1, offlineOn: null }] })).toEqual({ no: '1' });
    expect(no('give-back', { redresses: [{ no: 1, givenBackOn: '2026-05-02' }] })).toEqual({});
  });

  it('当场处罚的复议诉讼同样从最早没有办完的一项开始', () => {
    const state = {
      officerIds: ['甲'],
      place: '摊位',
      disputes: [
        { no: 1, until: '2026-05-01' },
        { no: 2, until: null },
      ],
    };
    const summary = { kind: 'summary-penalty', state, parties: [], timeline: [] } as unknown as MatterView;
    const extended = { ...offered('dispute-extended'), form: { no: integer('序号', { min: 1, max: 50 }) } };
    expect(formStart(summary, extended)).toEqual({ no: '2' });
    expect(formStart(summary, { ...extended, act: 'give-back' })).toEqual({});
  });

  it('公示从当天的日期开始，可以改', () => {
    const published = { kind: 'ordinary-penalty', state: { reports: [] }, parties: [], timeline: [] } as unknown as MatterView;
    const publish = { ...offered('publish'), form: { on: date('公示日期'), where: text('公示平台和网址') } };
    expect(formStart(published, publish)).toEqual({ on: '2026-03-20', where: '' });
    expect(formStart({ ...published, kind: 'summary-penalty' }, publish)).toMatchObject({ on: '2026-03-20' });
  });

  it('企业公示系统的法律依据只在只有警告的时候问', () => {
    const unasked = (kinds: string[]): readonly string[] =>
      formUnasked(
        { kind: 'ordinary-penalty', state: { notices: [], decision: { penalty: { kinds } } } } as unknown as MatterView,
        'publish',
      );
    expect([unasked(['CF01']), unasked(['CF01', 'CF03'])]).toEqual([[], ['otherLaw']]);
  });

  it('当场处罚转来的，提请立案从现场执法人员和原依据开始；别的线索从空白开始', () => {
    const at = (state: object): MatterView =>
      ({ kind: 'ordinary-penalty', state: { reports: [], ...state }, parties: [], timeline: [] }) as unknown as MatterView;
    const proposing = { ...offered('propose-filing'), form: { handlers: persons('承办人', 'officers'), basis: text('依据') } };
    const begun = formStart(at({ handlerIds: ['甲', '乙'], basis: '《价格法》第四十二条' }), proposing);
    expect(begun).toMatchObject({ handlers: [{ id: '甲' }, { id: '乙' }], basis: '《价格法》第四十二条' });
    expect(formStart(at({ handlerIds: [], basis: null }), proposing)).toEqual({});
  });

  it('询问、检查、取证从承办人开始，协助答复从最先收到而没有列为证据的开始；没有承办人的从空白开始；不是取证的不带入', () => {
    const at = (state: object): MatterView =>
      ({ kind: 'ordinary-penalty', state: { reports: [], ...state }, parties: [], timeline: [] }) as unknown as MatterView;
    const asking = (act: string): OfferedAct => ({ ...offered(act), form: { officers: persons('执法人员', 'officers') } });
    const filed = at({ handlerIds: ['甲', '乙'] });
    for (const act of [
      'evidence',
      'question',
      'inspect',
      'sample',
      'preserve',
      'check-correction',
      'record-av',
      'take-assistance',
      'report-crime',
    ])
      expect(formStart(filed, asking(act))).toMatchObject({ officers: [{ id: '甲' }, { id: '乙' }] });
    expect(formStart(at({ handlerIds: [] }), asking('inspect'))).toEqual({});
    expect(formStart(filed, asking('replace-handlers'))).toEqual({});
    const answer = (no: number, evidenceNo: number | null): object => ({
      no,
      evidenceNo,
      outcome: 'given',
      files: [{ name: '复函', sha256: '' }],
    });
    const answered = at({ handlerIds: ['甲', '乙'], assistance: [answer(1, 4), answer(2, null), answer(3, null)] });
    const taking = { ...offered('take-assistance'), form: { no: integer('协助答复序号', { min: 1, max: 200 }) } };
    expect(formStart(answered, taking)).toEqual({ no: '2' });
  });

  it('查证从合法取得、尚未查证属实的证据开始；非法取得的、已经查证的不列（处罚法第四十六条）', () => {
    const at = (evidence: object): MatterView =>
      ({ kind: 'ordinary-penalty', state: { reports: [], evidence }, parties: [], timeline: [] }) as unknown as MatterView;
    const verify = { ...offered('verify-evidence'), form: { items: rows('证据', { no: integer('第几号证据', { min: 1, max: 500 }) }) } };
    const verified = { no: 1, verifiedOn: '2026-03-16', isLawful: true };
    const unlawful = { no: 2, verifiedOn: null, isLawful: false };
    const open = { no: 3, verifiedOn: null, isLawful: true };
    expect(formStart(at([verified, unlawful, open]), verify)).toEqual({ items: [{ no: '3' }] });
    expect(formStart(at([verified, unlawful]), verify)).toEqual({});
  });

  it('联系人、受诉法院从本案上一份文书开始；撤销录入的、别的办理写的不取', () => {
    const timeline = [
      said(1, { contact: '执法一科 0478-1' }, { type: 'notify' }),
      said(2, { contact: '执法二科 0478-2' }, { type: 'urge', retracted: true }),
      said(3, { court: '申请执行的法院', contact: null }, { type: 'apply-court' }),
      said(4, { court: '临河区人民法院' }, { type: 'decide' }),
    ];
    const at = { kind: 'ordinary-penalty', state: { reports: [] }, parties: [], timeline } as unknown as MatterView;
    expect(formStart(at, { ...offered('urge'), form: { content: text('内容'), contact: text('联系人') } })).toEqual({
      content: '',
      contact: '执法一科 0478-1',
    });
    expect(formStart(at, { ...offered('correct-own'), form: { court: text('法院') } })).toEqual({ court: '临河区人民法院' });
    expect(formStart(at, { ...offered('decide'), form: { reasons: text('决定的理由') } })).toEqual({});
    const reasoned = { ...at, timeline: [...timeline, said(5, { reasons: '事实清楚。' }, { type: 'notify' })] } as MatterView;
    expect(formStart(reasoned, { ...offered('decide'), form: { reasons: text('决定的理由') } })).toEqual({ reasons: '事实清楚。' });
    expect(formStart(at, { ...offered('apply-court'), form: { court: text('法院') } })).toEqual({});
  });

  it('缴款从尚未缴纳的数额开始，分期的从最早没有缴清的一期开始；缴清的由承办人填写', () => {
    const state = {
      payments: [{ fen: 50_000 }],
      deferrals: [] as object[],
      decision: { penalty: { fineFen: 200_000, incomeFen: 10_000 } },
    };
    const pay = { ...offered('pay'), form: { amount: money('金额') } };
    const at = (more: object): MatterView =>
      ({ kind: 'ordinary-penalty', state: { ...state, ...more }, parties: [], timeline: [] }) as unknown as MatterView;
    expect(formStart(at({}), pay)).toEqual({ amount: '1,600.00' });
    expect(formStart(at({ payments: [{ fen: 210_000 }] }), pay)).toEqual({});
    const parts = (...sums: number[]) => [{ until: '2026-06-01', instalments: sums.map((fen, i) => ({ due: `2026-0${i + 4}-01`, fen })) }];
    expect(formStart(at({ deferrals: parts(60_000, 100_000) }), pay)).toEqual({ amount: '600.00' });
    expect(formStart(at({ deferrals: parts(60_000, 100_000), payments: [{ fen: 110_000 }] }), pay)).toEqual({ amount: '1,000.00' });
    expect(formStart(at({ deferrals: [{ until: '2026-06-01' }] }), pay)).toEqual({ amount: '1,600.00' });
  });

  it('告知的理由从调查终结报告写明的裁量理由开始', () => {
    const state = { reports: [{ tierReason: '初次违法，及时改正。' }] };
    const matter = { kind: 'ordinary-penalty', state, parties: [], timeline: [] } as unknown as MatterView;
    const notify = { ...offered('notify'), form: { reasons: text('处罚的理由'), contact: text('联系人') } };
    expect(formStart(matter, notify)).toMatchObject({ reasons: '初次违法，及时改正。' });
  });
});
