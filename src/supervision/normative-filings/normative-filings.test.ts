import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, localDate, readClock, SECOND_CITY } from '#law';
import { asking } from '#testing/asking';
import { type Rehearsal, rehearse } from '#testing/rehearsal';
import { actor, idOf, ORGANISATIONS, register } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import type { NormativeFiling } from './model.ts';
import { entryOn } from './model-catalogue.ts';
import { GROUND_LABELS, GROUNDS } from './model-grounds.ts';
import {
  ACCEPTED,
  AMENDED,
  aPackage,
  BUREAU,
  CONTACT,
  correcting,
  DEMAND,
  demanded,
  filed,
  GOVERNMENT,
  KIND,
  MAKER,
  OBJECTIONABLE,
  prepared,
  registered,
  STAGE,
  signed,
  submitted,
} from './testing.ts';

const stateOf = (r: Rehearsal): NormativeFiling => r.state as NormativeFiling;
const clockOf = (r: Rehearsal, id: string) => r.clocks().filter((c) => c.clock === id);

describe('报送谁（细则第十八条；令262的条文待核定，作为可关闭的参数）', () => {
  const by = {
    区政府: actor('区政府', 'government-office', '办文员'),
    区市场监管局: actor('区市场监管局', 'handler', '承办人'),
    狼山镇: actor('狼山镇', 'head', '镇长'),
    镇执法队: actor('镇执法队', 'handler', '队员'),
    市交通局: MAKER.handler,
    市税务局: actor('市税务局', 'handler', '承办人'),
    交通支队: actor('交通支队', 'handler', '承办人'),
    市政府: GOVERNMENT,
  } as const;
  it.each([
    ['旗县区政府报市政府', '区政府', '市政府', '市司法局', null],
    ['旗县区政府不报本级', '区政府', '区政府', '区司法局', 'other-recipient'],
    ['市级部门报市政府', '市交通局', '市政府', '市司法局', null],
    ['旗县区部门报本级政府', '区市场监管局', '区政府', '区司法局', null],
    ['旗县区部门不越级报市政府', '区市场监管局', '市政府', '市司法局', 'other-recipient'],
    ['苏木乡镇报旗县区政府', '狼山镇', '区政府', '区司法局', null],
    ['苏木乡镇不越级报市政府', '狼山镇', '市政府', '市司法局', 'other-recipient'],
    ['备案机关不是政府', '市交通局', '市司法局', '市司法局', 'not-government'],
    ['承办审查的不是备案机关的司法行政部门', '区政府', '市政府', '区司法局', 'other-bureau'],
    ['垂直管理机关', '市税务局', '市政府', '市司法局', 'vertical'],
    ['受委托组织不制定规范性文件', '交通支队', '市政府', '市司法局', 'not-a-maker'],
    ['综合行政执法队不制定规范性文件', '镇执法队', '区政府', '区司法局', 'not-a-maker'],
    ['市政府的文件不在本平台报送', '市政府', '市政府', '市司法局', 'not-a-maker'],
  ] as const)('%s', (_, maker, recipient, bureau, refused) => {
    const answer = rehearse(KIND, STAGE, '2026-06-08').tries(
      by[maker],
      'prepare',
      aPackage({ recipient: idOf(recipient), bureau: idOf(bureau) }),
    );
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 18 } });
  });

  it('垂直管理机关的渠道核定为报所在地政府的，报其监督机构所属的人民政府，不报别处', () => {
    const at = rehearse(KIND, { ...STAGE, profile: asking('normative-filing.vertical-to-local', 1) }, '2026-06-08');
    const to = (recipient: string, bureau: string) =>
      at.tries(by.市税务局, 'prepare', aPackage({ recipient: idOf(recipient), bureau: idOf(bureau) }));
    expect(to('市政府', '市司法局')).toBeNull();
    expect(to('区政府', '区司法局')).toMatchObject({ refused: 'other-recipient' });
  });

  it('参数关闭以后，报给别的政府不再拒绝', () => {
    const parameters = BAYANNUR_2026.parameters.map((p) => (p.name.startsWith('normative-filing.') ? { ...p, value: 0 } : p));
    const stage = { ...STAGE, profile: { ...BAYANNUR_2026, parameters } };
    const input = aPackage({ recipient: idOf('市政府'), bureau: idOf('市司法局') });
    expect(rehearse(KIND, stage, '2026-06-08').tries(by.区市场监管局, 'prepare', input)).toBeNull();
    expect(rehearse(KIND, stage, '2026-06-08').tries(by.市税务局, 'prepare', input)).toMatchObject({ refused: 'vertical' });
    expect(BAYANNUR_2026.parameters.filter((p) => p.name.startsWith('normative-filing.')).map((p) => p.grade)).toEqual([
      'recalled',
      'recalled',
      'ours',
      'recalled',
    ]);
  });

  it('机关今日没有登记的不能报送', () => {
    const gone = register(
      [],
      ORGANISATIONS.filter((o) => o.id !== idOf('市交通局')),
    );
    expect(rehearse(KIND, { ...STAGE, facts: gone }, '2026-06-08').tries(MAKER.handler, 'prepare', aPackage())).toMatchObject({
      refused: 'not-valid',
    });
  });
});

describe('日期相合', () => {
  it.each([
    ['当日公布', { publishedOn: '2026-06-08', effectiveOn: '2026-06-08' }, null],
    ['公布日期晚于今日', { publishedOn: '2026-06-09', effectiveOn: '2026-06-09' }, 'not-published'],
    ['公布当日施行', { effectiveOn: '2026-06-01' }, null],
    ['施行早于公布', { effectiveOn: '2026-05-31' }, 'effective-before'],
    ['有效期只有施行当日', { effectiveOn: '2026-06-08', lastDay: '2026-06-08' }, null],
    ['届满早于施行', { effectiveOn: '2026-07-01', lastDay: '2026-06-30' }, 'last-day'],
    ['今日已经失效', { effectiveOn: '2026-06-01', lastDay: '2026-06-07' }, 'expired-already'],
    ['没有有效期', { lastDay: null }, null],
  ])('%s', (_, more, refused) => {
    const answer = rehearse(KIND, STAGE, '2026-06-08').tries(MAKER.handler, 'prepare', aPackage(more));
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });
});

describe('报送期限（KS-11，自公布之日起十五日，待核定）', () => {
  const WHY = { lateReason: '经办人更替，漏报。', ...CONTACT };
  it('第十五日在期限内，次日逾期；逾期照收，写明理由并记为逾期', () => {
    const ready = prepared();
    expect(clockOf(ready, 'KS-11')).toMatchObject([{ dueOn: '2026-06-16', stoppedOn: null }]);
    expect(ready.on('2026-06-16').tries(MAKER.handler, 'submit', CONTACT)).toBeNull();
    expect(ready.on('2026-06-16').tries(MAKER.handler, 'submit', WHY)).toMatchObject({ refused: 'not-late' });
    const late = ready.on('2026-06-17');
    expect(late.tries(MAKER.handler, 'submit', CONTACT)).toMatchObject({ refused: 'late-reason', cite: { article: 18 } });
    const done = late.does(MAKER.handler, 'submit', WHY);
    expect(columns(stateOf(done))).toMatchObject({ is_late: true, submitted_on: '2026-06-17' });
    expect(done.says).toContain('逾期报送');
    expect(clockOf(done, 'KS-11')).toMatchObject([{ dueOn: '2026-06-16', stoppedOn: '2026-06-17' }]);
  });

  it('最后一日是休息日的顺延', () => {
    const ready = prepared(aPackage({ publishedOn: '2026-06-05', effectiveOn: '2026-06-05' }));
    expect(clockOf(ready, 'KS-11')).toMatchObject([{ dueOn: '2026-06-22' }]);
    expect(ready.on('2026-06-22').tries(MAKER.handler, 'submit', CONTACT)).toBeNull();
    expect(ready.on('2026-06-23').tries(MAKER.handler, 'submit', CONTACT)).toMatchObject({ refused: 'late-reason' });
  });

  it('补录纸质报送以报送当日判断', () => {
    const ready = prepared().on('2026-06-20');
    const done = ready.reports(MAKER.handler, 'submit', { ...CONTACT }, '2026-06-16');
    expect(columns(stateOf(done))).toMatchObject({ is_late: false, submitted_on: '2026-06-16' });
    // The whole of it was done on paper before anybody entered it.
    const paper = rehearse(KIND, STAGE, '2026-06-20').reports(MAKER.handler, 'prepare', aPackage(), '2026-06-16');
    const sent = paper.reports(MAKER.handler, 'submit', { ...CONTACT }, '2026-06-16');
    expect(columns(stateOf(sent))).toMatchObject({ is_late: false, submitted_on: '2026-06-16' });
  });

  it('另一城市二十日，公布早于参数施行的不计', () => {
    const elsewhere = prepared(aPackage(), '2026-06-08', { ...STAGE, profile: SECOND_CITY });
    // Its own reading of 法定休假日: a Sunday is none.
    expect(clockOf(elsewhere, 'KS-11')).toMatchObject([{ dueOn: '2026-06-21' }]);
    const before = prepared(aPackage({ publishedOn: '2023-07-27', effectiveOn: '2023-07-27' }));
    expect(clockOf(before, 'KS-11')).toEqual([]);
    expect(before.tries(MAKER.handler, 'submit', CONTACT)).toBeNull();
  });
});

describe('形式审查、补正和登记', () => {
  const incomplete = () => submitted(aPackage({ legality: null, discussion: null }));
  it('材料不齐的不登记，除非写明不需要的理由；缺哪一件说得出来', () => {
    const refusal = incomplete().tries(BUREAU.supervisor, 'register', CONTACT);
    expect(refusal).toMatchObject({ refused: 'package-incomplete' });
    expect(JSON.stringify(refusal)).toContain('合法性审核意见、集体审议记录');
    expect(incomplete().tries(BUREAU.supervisor, 'register', { waived: '局办公会纪要已附。', ...CONTACT })).toBeNull();
    expect(columns(stateOf(incomplete()))).toMatchObject({ missing: ['legality', 'discussion'] });
  });

  it('登记期限五个工作日（KS-12），要求补正即停止，补正后重新起算；补正期限以通知书写明的为准', () => {
    expect(clockOf(incomplete(), 'KS-12')).toMatchObject([{ dueOn: '2026-06-15', stoppedOn: null }]);
    const items = [{ piece: 'legality', words: '补交法制机构的审核意见' }];
    const asked = incomplete().on('2026-06-09');
    expect(asked.tries(BUREAU.supervisor, 'ask-supplement', { items, by: '2026-06-09', ...CONTACT })).toMatchObject({
      refused: 'not-after-today',
    });
    const waiting = asked.does(BUREAU.supervisor, 'ask-supplement', { items, by: '2026-06-18', ...CONTACT });
    expect(clockOf(waiting, 'KS-12')).toMatchObject([{ stoppedOn: '2026-06-09' }]);
    expect(clockOf(waiting, 'normative-supplement')).toMatchObject([{ dueOn: '2026-06-18', stoppedOn: null }]);
    const back = waiting.on('2026-06-19').does(MAKER.handler, 'supplement', { legality: [idOf('意见')], discussion: [idOf('记录')] });
    expect(back.state.status).toBe('checking');
    expect(clockOf(back, 'KS-12')).toMatchObject([{ key: '1' }, { key: '2', dueOn: '2026-06-26', stoppedOn: null }]);
    expect(back.does(BUREAU.supervisor, 'register', CONTACT).state).toMatchObject({ status: 'reviewing' });
  });

  it('不属于规范性文件的不予受理，情形按令262列明', () => {
    const done = submitted().does(BUREAU.supervisor, 'decline', { exclusion: 'minutes', reason: '属于会议纪要。' });
    expect(done.state.status).toBe('declined');
    expect(done.tasks()).toEqual([]);
  });

  it('报送前司法行政部门和政府不是当事方，报送后由司法行政部门承办', () => {
    expect(KIND.participants(prepared().state).map((p) => p.as)).toEqual(['maker']);
    expect(KIND.homeId(prepared().state)).toBe(idOf('市交通局'));
    expect(KIND.participants(submitted().state).map((p) => p.as)).toEqual(['maker', 'bureau', 'recipient']);
    expect(KIND.homeId(submitted().state)).toBe(idOf('市司法局'));
  });

  it('司法行政部门报送自己的文件，经办人不审查', () => {
    const own = rehearse(KIND, STAGE, '2026-06-08')
      .does(BUREAU.supervisor, 'prepare', aPackage())
      .does(BUREAU.supervisor, 'submit', CONTACT);
    expect(own.tries(BUREAU.supervisor, 'register', CONTACT)).toMatchObject({ refused: 'own-package' });
    expect(own.tries(BUREAU.checker, 'register', CONTACT)).toBeNull();
  });
});

describe('合法性审查（细则第八条第六项）', () => {
  it('每个情形有名称有条文；不得设定处罚、许可、强制的引法律', () => {
    expect(Object.keys(GROUND_LABELS)).toEqual(Object.keys(GROUNDS));
    expect(GROUNDS.penalty.cite).toMatchObject({ instrument: '行政处罚法', article: 16 });
    expect(GROUNDS.licence.cite).toMatchObject({ instrument: '行政许可法', article: 17 });
    expect(GROUNDS.coercion.cite).toMatchObject({ instrument: '行政强制法', article: 10 });
    for (const code of ['power', 'conflict', 'fitness', 'contradiction'] as const)
      expect(GROUNDS[code].cite).toMatchObject({ instrument: '实施细则', article: 8, item: 6 });
  });

  it.each([
    ['准予备案，没有问题', ACCEPTED, null],
    ['准予备案却列了问题', { ...ACCEPTED, grounds: OBJECTIONABLE['grounds'] ?? null }, 'grounds-and-accepted'],
    ['要求纠正，列明问题', OBJECTIONABLE, null],
    ['要求纠正没有问题', { ...OBJECTIONABLE, grounds: null }, 'no-ground'],
    ['要求纠正没有要求', { ...OBJECTIONABLE, demand: null }, 'no-demand'],
    ['纠正期限就是今日', { ...OBJECTIONABLE, correctBy: '2026-06-10' }, 'not-after-today'],
    ['纠正期限是明日', { ...OBJECTIONABLE, correctBy: '2026-06-11' }, null],
  ])('%s', (_, input, refused) => {
    const answer = registered().tries(BUREAU.supervisor, 'conclude', input);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 8, item: 6 } });
  });

  it('提出结论的人不签发，签发人不用印，未用印不送达；审查期限三十日（KS-13）到签发止', () => {
    const concluded = registered().does(BUREAU.head, 'conclude', ACCEPTED);
    expect(concluded.tries(BUREAU.head, 'sign', CONTACT)).toMatchObject({ refused: 'own-conclusion' });
    expect(clockOf(concluded, 'KS-13')).toMatchObject([{ dueOn: '2026-07-10', stoppedOn: null }]);
    const ready = signed(ACCEPTED);
    expect(clockOf(ready, 'KS-13')).toMatchObject([{ stoppedOn: '2026-06-10' }]);
    const unsealed = registered().does(BUREAU.supervisor, 'conclude', ACCEPTED).does(BUREAU.head, 'sign', CONTACT);
    expect(unsealed.tries(BUREAU.sealKeeper, 'seal')).toMatchObject({ refused: 'not-rendered' });
  });

  it('引用已经废止的条文，签发时指出', () => {
    const bad = { ...OBJECTIONABLE, opinion: '违反《中华人民共和国行政处罚法》第九十九条。' };
    const refusal = registered().does(BUREAU.supervisor, 'conclude', bad).tries(BUREAU.head, 'sign', CONTACT);
    expect(refusal).toMatchObject({ refused: 'citation' });
  });

  it('签发送达以前，制定机关看不到审查结论和征求的意见；送达以后看得到结论', () => {
    const opinion = { source: 'department', from: '市公安局', words: '没有意见。', papers: null };
    const concluded = registered().does(BUREAU.supervisor, 'note-opinion', opinion).does(BUREAU.supervisor, 'conclude', OBJECTIONABLE);
    const asMaker = (r: Rehearsal) => KIND.shown?.(r.state, (party) => party === 'maker') as unknown as NormativeFiling;
    expect(asMaker(concluded)).toMatchObject({ conclusion: null, opinions: [], status: 'signing' });
    expect(asMaker(correcting())).toMatchObject({ conclusion: { outcome: 'correct' }, opinions: [] });
    expect(KIND.shown?.(concluded.state, (party) => party === 'bureau')).toMatchObject({ opinions: [{ from: '市公安局' }] });
    expect(KIND.shown?.(concluded.state, () => false)).toEqual({ status: 'signing' });
  });
});

describe('准予备案和目录', () => {
  it('送达即列入目录，备案号就是文号；有效的第一日、最后一日在，前一日、次日不在', () => {
    const s = stateOf(filed());
    expect(s).toMatchObject({ status: 'filed', catalogue: [{ filingNumber: s.letter?.number, effectiveOn: '2026-07-01' }] });
    expect(s.letter?.number).toMatch(/^巴司规备〔2026〕\d+号$/);
    const on = (day: string) => entryOn(s.catalogue, localDate(day)) !== null;
    expect([on('2026-06-30'), on('2026-07-01'), on('2031-06-30'), on('2031-07-01')]).toEqual([false, true, true, false]);
  });

  it('公布目录一次；公布后目录任务没有了，制定机关仍有届满前评估的任务', () => {
    const done = filed().does(BUREAU.supervisor, 'publish-catalogue', { place: '市政府网站', ...CONTACT });
    expect(done.tries(BUREAU.checker, 'publish-catalogue', { place: '市政府网站', ...CONTACT })).toMatchObject({
      refused: 'catalogued-already',
    });
    expect(done.tasks().map((t) => t.act)).toEqual(['renew']);
    expect(done.issued.at(-1)?.name).toBe('规范性文件备案目录公告');
  });

  it('届满前一年起提醒，最后一日仍有效，次日失效；延续的按新的最后一日', () => {
    expect(clockOf(filed(), 'KS-03')).toMatchObject([{ key: '2031-06-30', dueOn: '2031-06-30', stoppedOn: null }]);
    expect(filed().on('2031-06-30').state.status).toBe('filed');
    expect(filed().on('2031-07-01').state.status).toBe('lapsed');
    const paper = { number: '巴交发〔2026〕30号', words: '实施情况良好。', papers: [idOf('决定')] };
    expect(filed().tries(MAKER.handler, 'renew', { ...paper, lastDay: '2031-06-30' })).toMatchObject({ refused: 'not-longer' });
    const longer = filed().does(MAKER.handler, 'renew', { ...paper, lastDay: '2032-06-30' });
    expect(longer.on('2031-07-01').state.status).toBe('filed');
    expect(entryOn(stateOf(longer).catalogue, localDate('2032-06-30'))).not.toBeNull();
    expect(clockOf(longer, 'KS-03')).toMatchObject([{ key: '2032-06-30' }]);
  });

  it('废止之日起不再有效', () => {
    const paper = { number: '巴交发〔2026〕31号', words: '已有新规定。', papers: [idOf('决定')] };
    const done = filed()
      .on('2026-08-03')
      .does(MAKER.handler, 'repeal', { ...paper, endedOn: '2026-08-01' });
    const { catalogue } = stateOf(done);
    expect(done.state.status).toBe('repealed');
    expect([entryOn(catalogue, localDate('2026-07-31')) !== null, entryOn(catalogue, localDate('2026-08-01'))]).toEqual([true, null]);
    expect(filed().tries(MAKER.handler, 'repeal', { ...paper, endedOn: '2026-05-31' })).toMatchObject({ refused: 'ended-before' });
  });
});

describe('审查意见和自行纠正（KS-15，三十日，待核定）', () => {
  it('自签收次日起算，写明更早日期的以写明的为准；届满次日转为待提请政府', () => {
    expect(clockOf(correcting(), 'KS-15')).toMatchObject([{ dueOn: '2026-07-15', stoppedOn: null }]);
    expect(correcting().on('2026-07-15').state.status).toBe('correcting');
    expect(correcting().on('2026-07-16').state.status).toBe('escalating');
    const sooner = correcting({ correctBy: '2026-06-30' });
    expect(clockOf(sooner, 'KS-15')).toMatchObject([{ dueOn: '2026-06-30' }]);
    expect(sooner.on('2026-07-01').state.status).toBe('escalating');
    expect(clockOf(correcting({ correctBy: '2026-09-30' }), 'KS-15')).toMatchObject([{ dueOn: '2026-07-15' }]);
  });

  it('修改后复核，再提出结论，准予备案的列入目录', () => {
    const corrected = correcting().on('2026-07-10').does(MAKER.handler, 'correct', AMENDED);
    expect(clockOf(corrected, 'KS-15')).toMatchObject([{ stoppedOn: '2026-07-10' }]);
    const again = corrected.does(BUREAU.supervisor, 'accept-correction', { words: '已删去。' });
    expect(again.state).toMatchObject({ status: 'reviewing', document: { number: '巴交发〔2026〕20号' } });
    const done = signed(ACCEPTED, again).does(BUREAU.supervisor, 'serve');
    expect(stateOf(done).catalogue).toMatchObject([{ number: '巴交发〔2026〕20号', effectiveOn: '2026-07-10' }]);
    expect(clockOf(done, 'KS-11')).toMatchObject([{ dueOn: '2026-06-16', stoppedOn: '2026-06-08' }]);
  });

  it.each([
    ['修改没有新文号', { number: null }, 'no-document'],
    ['废止没有日期', { way: 'repealed', title: null, number: null, publishedOn: null, effectiveOn: null, lastDay: null }, 'no-end'],
    ['重新公布晚于今日', { publishedOn: '2026-07-11', effectiveOn: '2026-07-11' }, 'not-published'],
  ])('%s', (_, more, refused) => {
    expect(
      correcting()
        .on('2026-07-10')
        .tries(MAKER.handler, 'correct', { ...AMENDED, ...more }),
    ).toMatchObject({ refused });
  });

  it('没有纠正的退回，另定期限；纠正为废止的，复核后办结', () => {
    const reported = correcting().on('2026-07-10').does(MAKER.handler, 'correct', AMENDED);
    const again = reported.does(BUREAU.supervisor, 'reject-correction', { words: '仍有罚款。', by: '2026-07-20' });
    expect(clockOf(again, 'KS-15')).toMatchObject([{ key: '1' }, { key: '2', dueOn: '2026-07-20', stoppedOn: null }]);
    const repealed = { ...AMENDED, way: 'repealed', title: null, number: null, publishedOn: null, effectiveOn: null, lastDay: null };
    const done = again
      .does(MAKER.handler, 'correct', { ...repealed, endedOn: '2026-07-10' })
      .does(BUREAU.supervisor, 'accept-correction', { words: '已废止。' });
    expect(done.state).toMatchObject({ status: 'repealed', endedOn: '2026-07-10' });
  });

  it('制定机关可以提出不同意见，答复以前期限照计；维持的继续纠正，撤回的重新审查', () => {
    const objected = correcting().does(MAKER.head, 'object', { words: '第十二条引自地方性法规。', papers: null });
    expect(objected.tries(MAKER.head, 'object', { words: '再提。', papers: null })).toMatchObject({ refused: 'objected-already' });
    expect(correcting().tries(BUREAU.supervisor, 'answer-objection', { decision: 'uphold', words: '维持。' })).toMatchObject({
      refused: 'not-objected',
    });
    expect(objected.tasks().map((t) => t.act)).toEqual(['correct', 'answer-objection']);
    const upheld = objected.does(BUREAU.supervisor, 'answer-objection', { decision: 'uphold', words: '维持。' });
    expect(upheld.state).toMatchObject({ status: 'correcting', isObjected: false });
    const lifted = objected.does(BUREAU.supervisor, 'answer-objection', { decision: 'lift', words: '依据成立。' });
    expect(lifted.state).toMatchObject({ status: 'reviewing', conclusion: null });
    expect(clockOf(lifted, 'KS-15')).toMatchObject([{ stoppedOn: '2026-06-15' }]);
    expect(
      objected.on('2026-07-16').does(BUREAU.supervisor, 'answer-objection', { decision: 'uphold', words: '维持。' }).state.status,
    ).toBe('escalating');
  });

  it('逾期不纠正的提请备案机关：撤销、责令改正、不予撤销', () => {
    const asked = correcting().on('2026-07-16').does(BUREAU.head, 'escalate', { words: '建议撤销第十二条。' });
    const decided = (decision: string, by: string | null = null) =>
      asked.does(GOVERNMENT, 'decide', { decision, number: '巴政字〔2026〕40号', words: '决定。', by, scan: null });
    expect(decided('revoke').state).toMatchObject({ status: 'revoked', endedOn: '2026-07-16' });
    expect(asked.tries(GOVERNMENT, 'decide', { decision: 'correct', number: '1', words: '…', by: null, scan: null })).toMatchObject({
      refused: 'no-day',
    });
    expect(clockOf(decided('correct', '2026-07-31'), 'KS-15')).toMatchObject([{ key: '1' }, { key: '2', dueOn: '2026-07-31' }]);
    expect(decided('keep').state).toMatchObject({ status: 'reviewing', conclusion: null });
    expect(asked.does(MAKER.handler, 'correct', { ...AMENDED }).state.status).toBe('rechecking');
  });

  it('已备案的重新审查，期间照旧有效；被撤销的自决定之日起无效', () => {
    const again = filed().on('2026-08-03').does(BUREAU.checker, 'reopen', { words: '公民提出审查建议。' });
    expect(entryOn(stateOf(again).catalogue, localDate('2026-08-03'))).not.toBeNull();
    const asked = signed(OBJECTIONABLE, again)
      .does(BUREAU.supervisor, 'serve')
      .does(MAKER.handler, 'receive')
      .on('2026-09-30')
      .does(BUREAU.head, 'escalate', { words: '建议撤销。' });
    const revoked = asked.does(BUREAU.supervisor, 'decide', {
      ...{ decision: 'revoke', number: '巴政字〔2026〕50号', words: '撤销。', by: null, scan: [idOf('决定')] },
    });
    const { catalogue } = stateOf(revoked);
    expect([entryOn(catalogue, localDate('2026-09-29')) !== null, entryOn(catalogue, localDate('2026-09-30'))]).toEqual([true, null]);
  });
});

describe('审查建议（KS-14，待核定）', () => {
  const HANDED_IN = { by: 'citizen', words: '第五条增设了收费。', papers: [idOf('建议书')] };
  const received = () => filed().does(BUREAU.supervisor, 'note-suggestion', HANDED_IN);
  it('形式审查五日，答复六十日，自收到之日起算；答复之日停止', () => {
    expect(clockOf(received(), 'KS-14-form')).toMatchObject([{ key: '1', dueOn: '2026-06-15', stoppedOn: null }]);
    expect(clockOf(received(), 'KS-14')).toMatchObject([{ key: '1', dueOn: '2026-08-10', stoppedOn: null }]);
    const taken = received().on('2026-06-12').does(BUREAU.checker, 'check-suggestion', { no: 1, intake: 'accept', words: null });
    expect(taken.tasks().map((t) => t.key)).toContain('answer-suggestion/1');
    const done = taken
      .on('2026-07-01')
      .does(BUREAU.checker, 'answer-suggestion', { no: 1, answer: 'reopen', words: '重新审查。', papers: null });
    expect(clockOf(done, 'KS-14')).toMatchObject([{ stoppedOn: '2026-07-01' }]);
    expect(columns(stateOf(done))).toMatchObject({ suggestions: 1, open_suggestions: 0 });
    expect(done.tasks().map((t) => t.act)).not.toContain('answer-suggestion');
  });

  it('不予受理的不再答复；没有的序号、没有受理的不能答复', () => {
    const answer = { answer: 'lawful', words: '未发现问题。', papers: null };
    expect(received().tries(BUREAU.supervisor, 'answer-suggestion', { no: 1, ...answer })).toMatchObject({ refused: 'no-suggestion' });
    expect(received().tries(BUREAU.supervisor, 'check-suggestion', { no: 2, intake: 'accept', words: null })).toMatchObject({
      refused: 'no-such-suggestion',
      cite: { instrument: '实施细则', article: 8 },
    });
    const refused = received().does(BUREAU.supervisor, 'check-suggestion', { no: 1, intake: 'decline', words: '不是规范性文件。' });
    expect(refused.tries(BUREAU.supervisor, 'answer-suggestion', { no: 1, ...answer })).toMatchObject({ refused: 'no-suggestion' });
    expect(clockOf(refused, 'KS-14')).toMatchObject([{ stoppedOn: '2026-06-10' }]);
  });

  it('只由承办审查的司法行政部门登记；制定机关、备案机关看不到', () => {
    expect(filed().tries(MAKER.handler, 'note-suggestion', HANDED_IN)).toMatchObject({ refused: 'wrong-role' });
    for (const side of ['maker', 'recipient'])
      expect(KIND.shown?.(received().state, (party) => party === side)).toMatchObject({ suggestions: [] });
    expect(KIND.lifecycle['note-suggestion']?.inside).toBe('bureau');
  });
});

describe('实施细则自己（第二十八条）', () => {
  const XIZE = {
    ...{ maker: idOf('市政府'), title: '巴彦淖尔市行政执法协调监督实施细则', number: '（演示）巴政办发1号', publishedOn: '2023-06-28' },
    ...{ effectiveOn: '2023-07-28', lastDay: '2028-07-27', level: 'government', isTrial: false },
    ...{ filingNumber: null, filedWith: '自治区人民政府', text: null },
  };
  const entered = () => rehearse(KIND, STAGE, '2026-06-08').does(BUREAU.supervisor, 'enter', XIZE);
  it('由司法行政部门登记为已备案；2028-07-27仍有效，2028-07-28失效', () => {
    const s = stateOf(entered());
    expect(s.status).toBe('filed');
    expect([entryOn(s.catalogue, localDate('2028-07-27')) !== null, entryOn(s.catalogue, localDate('2028-07-28'))]).toEqual([true, null]);
    expect(entered().on('2028-07-27').state.status).toBe('filed');
    expect(entered().on('2028-07-28').state.status).toBe('lapsed');
    expect(clockOf(entered(), 'KS-11')).toEqual([]);
  });

  it('2027-07-26没有提醒，自2027-07-27起提前一年提醒', () => {
    const binding = KIND.clocks.find((b) => b.clock.id === 'KS-03');
    const [run] = binding?.runs(entered().state, STAGE) ?? [];
    if (binding === undefined || run === undefined) throw new Error('no KS-03');
    const due = { startedOn: run.startedOn, dueOn: localDate('2028-07-27'), provisional: false };
    const lamp = (day: string) => readClock(due, binding.clock.ladder, localDate(day), null).lamp;
    expect([lamp('2027-07-26'), lamp('2027-07-27'), lamp('2028-07-27'), lamp('2028-07-28')]).toEqual(['green', 'yellow', 'yellow', 'red']);
  });

  it('别的单位、够不着的司法行政部门不能登记', () => {
    const start = rehearse(KIND, STAGE, '2026-06-08');
    expect(start.tries(MAKER.head, 'enter', XIZE)).toMatchObject({ refused: 'not-bureau' });
    expect(start.tries(actor('区司法局', 'supervisor', '监督员'), 'enter', XIZE)).toMatchObject({ refused: 'out-of-reach' });
  });
});

describe('催报：公布而没有报送的规范性文件（细则第八条第六项、第十八条）', () => {
  it('报送期限届满次日可以催报，最后一日不可以；日期不早于当日；不是制定机关的、不在范围的不催', () => {
    // Published on Wednesday 2026-05-06: the fifteenth day is Thursday 2026-05-21.
    const tries = (day: string, more = {}, by = BUREAU.supervisor) =>
      rehearse(KIND, STAGE, day).tries(by, 'demand', { ...DEMAND, due: '2026-06-30', ...more });
    expect(tries('2026-05-21')).toMatchObject({ refused: 'not-due' });
    expect(demanded({}, '2026-05-22').state.status).toBe('demanded');
    expect(tries('2026-06-08', { due: '2026-06-07' })).toMatchObject({ refused: 'due-past' });
    expect(tries('2026-06-08', { maker: idOf('市政府') })).toMatchObject({ refused: 'not-a-maker' });
    expect(tries('2026-06-08', {}, MAKER.handler)).toMatchObject({ refused: 'wrong-role' });
  });

  it('催报函写明文件、催报次数和另定的日期，不写报送期限；再次催报另发一份', () => {
    const again = demanded().does(BUREAU.supervisor, 'demand-again', { words: '仍未报送。', due: '2026-06-30', contact: '法制科' });
    const [first, second] = again.issued.filter((i) => i.kind === 'DOC-27-催报').map((i) => JSON.stringify(i.facts));
    expect(first).toContain('"nth":1');
    expect(second).toContain('"nth":2');
    const letter = TEMPLATES.find((t) => t.template === 'normative-demand')?.make(again.issued.at(-1)?.facts as never);
    const text = JSON.stringify(letter);
    for (const words of ['2026年5月6日公布的', '此前已催报1次', '2026年6月30日前']) expect(text).toContain(words);
    expect(text).not.toContain('十五日');
  });

  it('制定机关从催报的事项备齐材料、报送，记为逾期；司法行政部门在准备期间看不到材料；核实不需报送的办结', () => {
    const at = demanded();
    expect(at.tasks().map((t) => [t.act, t.organisationId])).toEqual([
      ['prepare-demanded', idOf('市交通局')],
      ['demand-again', idOf('市司法局')],
    ]);
    expect(KIND.participants(at.state).map((p) => p.as)).toEqual(['maker', 'bureau']);
    const input = aPackage({ publishedOn: '2026-05-06', effectiveOn: '2026-06-01' });
    const draft = at.does(MAKER.handler, 'prepare-demanded', input);
    expect(draft.state.status).toBe('draft');
    expect(KIND.participants(draft.state).map((p) => p.as)).toEqual(['maker']);
    const sent = draft.does(MAKER.handler, 'submit', { ...CONTACT, lateReason: '漏报' });
    expect(columns(stateOf(sent))).toMatchObject({ submitted_on: '2026-06-08', is_late: true, first_published_on: '2026-05-06' });
    const excused = at.does(BUREAU.supervisor, 'excuse', { reason: '属于工作方案' });
    expect(excused.tasks()).toEqual([]);
    expect(columns(stateOf(excused))).toMatchObject({ ended_on: '2026-06-08' });
  });
});

it('数据表列名、取值与类型一致', async () => {
  const step = (name: string) => readFile(new URL(`../../../db/migrations/${name}.sql`, import.meta.url), 'utf8');
  const sql = `${await step('202611271402_normative_filings_tables')}${await step('202611271445_normative_filings_suggestions')}${await step('202611271812_normative_filings_public_suggestions')}`;
  for (const column of Object.keys(columns(stateOf(filed())))) expect(sql).toMatch(new RegExp(`^  (add column )?${column} `, 'm'));
});
