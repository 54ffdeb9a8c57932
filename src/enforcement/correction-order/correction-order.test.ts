import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { asking } from '#testing/asking';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { rehearse } from '#testing/rehearsal';
import { idOf } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { type OrderToCorrect, STATUS_LABELS } from './model.ts';
import {
  A,
  aDraft,
  again,
  B,
  CASE,
  CAST,
  caseOf,
  check,
  DAY,
  disobeyed,
  follow,
  KIND,
  LAPSED,
  OWN,
  opened,
  PARTIES,
  REVOKE,
  REVOKED,
  rendered,
  STAGE,
  sent,
  serve,
  signed,
  withParty,
} from './testing.ts';

const { handler, deputy, head, sealer } = CAST;
const SIGN = { opinion: null, ...OWN };
const acts = (r: ReturnType<typeof opened>) => r.tasks().map((t) => t.act);
const stateOf = (r: ReturnType<typeof opened>) => r.state as OrderToCorrect;
const clock = (r: ReturnType<typeof opened>, key = '第1次') => r.clocks().find((c) => c.clock === 'KE-62' && c.key === key);

describe('提请和签发', () => {
  const start = rehearse(KIND, STAGE, DAY);

  it('由两名以上持证的执法人员发现；发现日期、改正期限先后相符（处罚法第二十八条、第四十二条）', () => {
    expect(start.tries(handler, 'open', aDraft())).toBeNull();
    for (const [more, refused, article] of [
      [{ officers: [A] }, 'two-officers', 42],
      [{ officers: [A, B, LAPSED] }, 'no-certificate', 42],
      [{ foundOn: '2026-06-02' }, 'found-ahead', 28],
      [{ by: '2026-05-31' }, 'by-past', 28],
    ] as const)
      expect(start.tries(handler, 'open', aDraft(more)), refused).toMatchObject({ refused, cite: { article } });
    expect(start.tries(handler, 'open', aDraft({ by: DAY }))).toBeNull();
    expect(() => start.tries(handler, 'open', aDraft({ papers: null }))).toThrow('检查记录、照片等证据材料');
    expect(start.tries(deputy, 'open', aDraft())).toMatchObject({ refused: 'wrong-role' });
  });

  it('负责人审批签发，拟稿人不签发；退回的修改后重新提请；签发当日期限还没有过去', () => {
    expect(acts(opened())).toEqual(['sign']);
    const drafter = { ...head, officerId: handler.officerId };
    expect(opened().tries(drafter, 'sign', SIGN)).toMatchObject({ refused: 'own-draft' });
    expect(opened().under(asking('correction.signer-apart', 0)).tries(drafter, 'sign', SIGN)).toBeNull();
    const returned = opened().does(deputy, 'return-draft', { reason: '写明种类' });
    expect([returned.state.status, acts(returned)]).toEqual(['draft', ['revise']]);
    const revised = returned.does(handler, 'revise', aDraft({ content: '对十五种商品标价。' }));
    expect(stateOf(revised)).toMatchObject({ status: 'signing', wanted: { content: '对十五种商品标价。' } });
    expect(opened().on('2026-06-10').tries(head, 'sign', SIGN)).toBeNull();
    expect(opened().on('2026-06-11').tries(head, 'sign', SIGN)).toMatchObject({ refused: 'by-past' });
    expect(opened({ by: null }).on('2026-06-11').tries(head, 'sign', SIGN)).toBeNull();
    expect(opened().does(handler, 'withdraw', { reason: '重复登记' }).state.status).toBe('withdrawn');
  });

  it('所引条文在库中有误的不能签发（细则第八条第一项）', () => {
    const wrong = opened({ basis: '《中华人民共和国行政处罚法》第九十九条' });
    expect(wrong.tries(head, 'sign', SIGN)).toMatchObject({ refused: 'citation' });
  });

  it('通知书有文号，写明事实、依据、内容、期限和救济途径；立案以前的责令以单行法为依据；审批表是内部文书', () => {
    const [letter, slip] = signed().issued;
    expect(letter).toMatchObject({ kind: 'correction', numbered: true });
    const text = JSON.stringify(letter?.facts);
    for (const said of ['十五种商品没有标明价格。', '《中华人民共和国价格法》第四十二条', '于2026年6月10日前改正完毕', '申请行政复议'])
      expect(text).toContain(said);
    expect(text).not.toContain('第二十八条');
    expect(slip).toMatchObject({ kind: 'CT14-责令改正审批表', inside: true });
    expect(signed().says).toContain('临市监责改〔2026〕');
  });

  it('当事人的姓名、号码只加密保存一处', () => {
    const at = signed({ party: PARTIES.PERSON });
    expect(JSON.stringify([at.state, at.issued, columns(stateOf(at))])).not.toMatch(/张三丰|150802199001010017/);
  });
});

describe('用印、送达（处罚法第六十一条）', () => {
  it('未用印不送达；电子送达先有确认书；送达以后才有期限', () => {
    expect(signed().tries(handler, 'serve', serve(DAY))).toMatchObject({ refused: 'not-sealed' });
    expect(signed().clocks()).toEqual([]);
    const sealed = rendered(signed().does(sealer, 'seal', { copies: 3 }), true);
    const electronic = serve(DAY, { how: 'electronic' });
    expect(sealed.tries(handler, 'serve', electronic)).toMatchObject({ refused: 'no-confirmation', cite: { article: 61 } });
    const agreed = sealed.does(handler, 'confirm-address', { electronic: true, channel: '短信', papers: [idOf('确认书')] });
    expect(agreed.tries(handler, 'serve', electronic)).toBeNull();
    expect(clock(withParty())).toMatchObject({ dueOn: '2026-06-10', stoppedOn: null });
    expect(clock(withParty({ by: null }))).toMatchObject({ dueOn: DAY });
  });

  it('尚未送达的可以作废，没有通知书即撤回；未能送达不早于签发；已经发出公告的不能作废', () => {
    expect(signed().does(deputy, 'cancel', { reason: '当事人有误' }).state).toMatchObject({ status: 'withdrawn', corrections: [] });
    const sealed = rendered(signed().does(sealer, 'seal', { copies: 3 }), true);
    const failed = { how: '直接送达', reason: '无人' };
    const noted = (on: string) => sealed.on('2026-06-08').tries(handler, 'fail-service', failed, { on });
    expect(noted('2026-05-31')).toMatchObject({ refused: 'too-soon', cite: { article: 61 } });
    expect(noted(DAY)).toBeNull();
    const tried = sealed.does(handler, 'fail-service', failed).does(handler, 'fail-service', failed);
    const announced = tried.does(handler, 'announce', { on: DAY, where: '网站', reason: '下落不明', papers: [idOf('公告')] });
    expect(announced.tries(deputy, 'cancel', { reason: '有误' })).toMatchObject({ refused: 'announced' });
  });
});

describe('复查（SM-E2）', () => {
  it('期限届满以前不认定没有改正，当日可以；已经改正的可以提前复查；两名持证人员复查', () => {
    const at = withParty();
    expect(at.on('2026-06-09').tries(handler, 'check-correction', check(false))).toMatchObject({
      refused: 'too-early',
      cite: { article: 28 },
    });
    expect(at.on('2026-06-10').tries(handler, 'check-correction', check(false))).toBeNull();
    expect(at.on('2026-06-09').tries(handler, 'check-correction', check(true))).toBeNull();
    expect(at.tries(handler, 'check-correction', { ...check(true), officers: [A] })).toMatchObject({ refused: 'two-officers' });
  });

  it('复查改正的办结，印制改正复查记录，归档', () => {
    const at = withParty().on('2026-06-10').does(handler, 'check-correction', check(true));
    expect([at.state.status, acts(at)]).toEqual(['corrected', ['archive']]);
    expect(clock(at)).toMatchObject({ stoppedOn: '2026-06-10' });
    expect(JSON.stringify(at.issued.at(-1)?.facts)).toContain('已经改正');
    expect(at.issued.at(-1)).toMatchObject({ kind: 'CT14-改正复查记录', name: '改正复查记录' });
    const done = at.does(handler, 'archive', { number: '责改-001' });
    expect([done.state.status, columns(stateOf(done))['ended_on'], done.tasks()]).toEqual(['archived', '2026-06-10', []]);
  });

  it('没有改正的再次责令，接续前次；再次的通知书未送达即作废的，前次仍待处理', () => {
    expect(withParty().tries(deputy, 'order-again', again())).toMatchObject({ refused: 'wrong-state' });
    expect(disobeyed().tries(deputy, 'order-again', again(2))).toMatchObject({ refused: 'not-disobeyed' });
    const second = disobeyed().does(deputy, 'order-again', again());
    expect(second.state).toMatchObject({ status: 'serving', corrections: [{ followed: { how: 'again' } }, { no: 2, by: '2026-06-20' }] });
    expect(JSON.stringify(second.issued.at(-1)?.facts)).toContain('现再次责令你（单位）改正');
    const cancelled = second.does(deputy, 'cancel', { reason: '期限过短' });
    expect([cancelled.state.status, stateOf(cancelled).corrections.length, acts(cancelled)]).toEqual([
      'disobeyed',
      1,
      ['follow-correction'],
    ]);
    const served = sent(second);
    const third = served
      .on('2026-06-20')
      .does(handler, 'check-correction', check(false, 2))
      .does(deputy, 'order-again', again(2, '2026-06-30'));
    const back = third.does(deputy, 'cancel', { reason: '期限过短' });
    expect(stateOf(back).corrections.map(({ no, followed }) => [no, followed?.how])).toEqual([
      [1, 'again'],
      [2, undefined],
    ]);
    expect([back.state.status, back.tasks().map(({ key }) => key)]).toEqual(['disobeyed', ['correction-followed/2']]);
    expect([served.state.status, clock(served, '第2次')]).toMatchObject(['with-party', { dueOn: '2026-06-20' }]);
    expect(served.on('2026-06-20').does(handler, 'check-correction', check(true, 2)).state.status).toBe('corrected');
  });

  it('没有改正的由负责人写明处理；没有案件，不能写在处罚中考虑', () => {
    expect(disobeyed().does(deputy, 'follow-correction', follow('court')).state.status).toBe('followed');
    expect(() => disobeyed().tries(deputy, 'follow-correction', follow('weighed'))).toThrow('不在可选范围内');
    expect(disobeyed().tries(handler, 'follow-correction', follow('court'))).not.toBeNull();
    expect(withParty().tries(deputy, 'follow-correction', follow('court'))).toMatchObject({ refused: 'not-checked' });
    expect(withParty().does(deputy, 'follow-correction', follow('moot')).state.status).toBe('followed');
  });

  it('另行立案的，登记本机关的案件后才算处理完毕', () => {
    const filing = disobeyed().does(deputy, 'follow-correction', follow('filed'));
    expect([filing.state.status, acts(filing)]).toEqual(['filing', ['to-case']]);
    const other = filing.knowing(caseOf({ homeId: idOf('市交通局') }));
    expect(other.tries(handler, 'to-case', { case: CASE })).toMatchObject({ refused: 'other-organs-case' });
    expect(filing.does(handler, 'to-case', { case: null }).state).toMatchObject({ status: 'followed', toCase: { caseId: null } });
    const done = filing.does(handler, 'to-case', { case: CASE });
    expect(done.state).toMatchObject({ status: 'followed', toCase: { on: '2026-06-10', caseId: CASE } });
  });
});

describe('撤销', () => {
  it('违法的由负责人撤销，撤销通知书送达后不再等待改正', () => {
    const revoked = withParty().does(head, 'revoke', REVOKE);
    expect([revoked.state.status, clock(revoked)]).toMatchObject(['serving', { stoppedOn: null }]);
    expect(revoked.issued.at(-1)).toMatchObject({ kind: 'revocation', name: '撤销责令改正通知书' });
    const done = sent(revoked.on('2026-06-03'));
    expect(done.state).toMatchObject({ status: 'revoked', corrections: [{ followed: { how: 'moot' } }] });
    expect(clock(done)).toMatchObject({ stoppedOn: '2026-06-03' });
    expect(revoked.does(deputy, 'cancel', { reason: '不撤销' }).state).toMatchObject({ status: 'with-party', revocation: null });
  });

  it('复议、诉讼、上级、监督撤销的登记；生效日期不早于送达、不晚于登记', () => {
    const at = withParty().on('2026-06-06');
    expect(at.does(handler, 'note-revoked', REVOKED).state.status).toBe('revoked');
    expect(at.tries(handler, 'note-revoked', { ...REVOKED, on: '2026-05-31' })).toMatchObject({ refused: 'day-before' });
    expect(at.tries(handler, 'note-revoked', { ...REVOKED, on: '2026-06-07' })).toMatchObject({ refused: 'day-ahead' });
    const repeated = sent(disobeyed().on('2026-06-12').does(deputy, 'order-again', again())).does(handler, 'note-revoked', REVOKED);
    expect(stateOf(repeated).corrections.map(({ followed }) => [followed?.how, followed?.on])).toEqual([
      ['again', '2026-06-12'],
      ['moot', '2026-06-12'],
    ]);
    expect(clock(repeated, '第2次')).toMatchObject({ stoppedOn: '2026-06-12' });
    const corrected = at.does(handler, 'check-correction', check(true)).does(handler, 'note-revoked', REVOKED);
    expect(stateOf(corrected).corrections).toMatchObject([{ corrected: true }]);
  });
});

describe('自有系统办理的（DESIGN §3.2）', () => {
  const own = { opinion: null, ownNumber: '临市监责改〔2026〕7号' };
  const told = rehearse(KIND, STAGE, '2026-06-30').reports(CAST.machine, 'open', aDraft(), DAY).reports(CAST.machine, 'sign', own, DAY);

  it('逐步报送，文号为原文号，没有平台的文书', () => {
    const done = told
      .reports(CAST.machine, 'serve', serve(DAY), DAY)
      .reports(CAST.machine, 'check-correction', check(false), '2026-06-10')
      .reports(CAST.machine, 'follow-correction', follow('filed'), '2026-06-10')
      .reports(CAST.machine, 'archive', { number: '1' }, '2026-06-11');
    expect(done.state).toMatchObject({ status: 'archived', toCase: { caseId: null }, letters: [{ number: '临市监责改〔2026〕7号' }] });
    expect(done.issued).toEqual([]);
    expect(done.stored.every(({ frame }) => (frame.doubts ?? []).length === 0)).toBe(true);
  });

  it('不符合法定条件的照录，留下问题：人员不足、期限届满以前认定没有改正', () => {
    const few = rehearse(KIND, STAGE, '2026-06-30').reports(CAST.machine, 'open', aDraft({ officers: [A] }), DAY);
    expect(few.stored.at(-1)?.frame.doubts).toEqual(['two-officers']);
    const early = told
      .reports(CAST.machine, 'serve', serve(DAY), DAY)
      .reports(CAST.machine, 'check-correction', check(false), '2026-06-09');
    expect([early.state.status, early.stored.at(-1)?.frame.doubts]).toEqual(['disobeyed', ['too-early']]);
    expect(rehearse(KIND, STAGE, '2026-06-30').tries(CAST.machine, 'open', aDraft())).toMatchObject({ refused: 'wrong-role' });
  });

  it('平台起草的由承办人补录负责人签发的，照录，留下问题；补录起草的没有', () => {
    const signedBy = (at: ReturnType<typeof opened>) => at.reports(CAST.handler, 'sign', own, at.today).stored.at(-1)?.frame.doubts ?? [];
    expect(signedBy(opened())).toEqual(['told-by-handler']);
    expect(signedBy(rehearse(KIND, STAGE, DAY).knowing(caseOf()).reports(CAST.handler, 'open', aDraft(), DAY))).toEqual([]);
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  /** The letter in hand has been sealed since it was signed. */
  const isSealedHere = (done: readonly string[]) =>
    done.lastIndexOf('seal') > Math.max(...['sign', 'order-again', 'revoke'].map((act) => done.lastIndexOf(act)));
  const playground: Playground = {
    kind: KIND,
    cast: Object.values(CAST),
    settled: (at) => rendered(at, isSealedHere(at.acts)),
    days: 20,
    until: '2026-09-30',
    inputs: (act, at) => {
      const { corrections, letters } = stateOf(at);
      const no = corrections.length;
      switch (act) {
        case 'revise':
          return [aDraft({ by: null })];
        case 'sign':
          return [SIGN];
        case 'order-again':
          return no > 2 ? [] : [again(no, null)];
        case 'seal':
          return [{ copies: 1 }];
        case 'seal-by-hand':
          return [{ scan: [idOf('扫描')], copies: 1 }];
        case 'confirm-address':
          return [{ electronic: true, channel: '短信', papers: [idOf('确认书')] }];
        case 'fail-service':
          return stateOf(at).failedServices.length > 1 ? [] : [{ how: '邮寄', reason: '退回' }];
        case 'announce':
          return [{ on: at.today, where: '网站', reason: '下落不明', papers: [idOf('公告')] }];
        case 'serve':
          return [serve(at.today), serve(at.today, { how: 'public', publishedOn: letters.at(-1)?.announced?.on ?? null })];
        case 'check-correction':
          return [check(true, no), check(false, no)];
        case 'follow-correction':
          return ['filed', 'court', 'moot'].map((how) => follow(how, no));
        case 'to-case':
          return [{ case: CASE }];
        case 'note-reply':
          return [{ words: '已经改正', papers: null }];
        case 'revoke':
          return [REVOKE];
        case 'note-revoked':
          return [{ ...REVOKED, on: at.today }];
        case 'archive':
          return [{ number: '1' }];
        default:
          return [{ reason: '理由' }];
      }
    },
    situation: (at) => {
      const { status, corrections, letters, revocation, toCase, confirmation, failedServices } = stateOf(at);
      const last = corrections.at(-1);
      const letter = letters.at(-1);
      return JSON.stringify([
        ...[status, corrections.length, last?.corrected, last?.followed?.how, letter?.kind, letter?.scan, letter?.announced !== undefined],
        ...[isSealedHere(at.acts), revocation?.effectOn != null, toCase !== null, confirmation !== null, failedServices.length],
      ]);
    },
  };

  it('从提请走到归档、撤回，各个状态都有人可办', () => {
    const graph = explore(playground, opened({ by: null }));
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611282005_correction_order_table.sql', import.meta.url), 'utf8');
    const steps = ['202611282010_correction_ledger_orders', '202611290950_platform_ledger_handlers'];
    const later = (await Promise.all(steps.map((step) => readFile(`db/migrations/${step}.sql`, 'utf8')))).join('');
    for (const column of Object.keys(columns(stateOf(signed()))))
      expect(sql + later).toMatch(new RegExp(`(^  |(correction_order|%I) add column )${column} `, 'm'));
  });
});
