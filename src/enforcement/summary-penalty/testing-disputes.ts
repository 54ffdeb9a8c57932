import type { Json } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { DEPUTY, delivered, HANDLER } from './testing.ts';

type Input = Readonly<Record<string, Json>>;

export const disputed = (r: Rehearsal, isSimple = true): Rehearsal =>
  r
    .does(HANDLER, 'dispute', { way: 'reconsideration', appliedOn: r.today, body: '临河区人民政府', papers: null })
    .does(HANDLER, 'dispute-accepted', { no: 1, accepted: true, on: r.today, caseNumber: null, copyOn: r.today, isSimple });
export const NOTHING: Input = { kinds: null, fine: null, income: null, goods: null, content: null, heavierBecause: null, papers: null };
export const resulted = (r: Rehearsal, more: Input): Rehearsal =>
  r.does(HANDLER, 'dispute-ended', {
    ...{ no: 1, outcome: 'upheld', documentNumber: '临政复决〔2026〕1号', effectOn: r.today, result: '…', cause: null, redoBy: null },
    ...{ opinionOn: null, ...NOTHING, ...more },
  });
export const reported = () => delivered().does(HANDLER, 'report');
const paid = () => reported().does(HANDLER, 'pay', { fine: 10_000, receipt: '1' });
export const archived = () => paid().does(DEPUTY, 'close').does(HANDLER, 'archive', { number: '2026-1' });
const GIVEN: Input = { no: 1, on: '2026-06-01', amount: 10_000, goods: null, less: null, receipt: '退1' };

export const remaking = () => resulted(disputed(reported()), { outcome: 'remake', cause: 'facts', redoBy: '2026-07-01' });
export const again = () =>
  remaking().does(HANDLER, 'remade', { on: '2026-06-01', number: '临市监罚〔2026〕1号', result: '普通程序重新处罚' });
export const givenBack = () => resulted(disputed(archived()), { outcome: 'revoked', cause: 'facts' }).does(HANDLER, 'give-back', GIVEN);
const opinion = () =>
  resulted(disputed(reported()).does(HANDLER, 'dispute-answered', { no: 1, on: '2026-06-01', papers: null }), { opinionOn: '2026-06-01' });
export const stayed = () => disputed(reported()).does(DEPUTY, 'stay', { by: 'organ', from: '2026-06-01', reason: '…' });

/** Ways that only a dispute opens. */
export const disputeWays = (): readonly Rehearsal[] => [
  remaking(),
  again(),
  givenBack(),
  opinion().does(HANDLER, 'report-correction', { no: 1, on: '2026-06-01', words: '已整改', papers: null }),
  disputed(reported(), false).does(HANDLER, 'dispute-extended', { no: 1, on: '2026-06-01', days: 30, papers: null }),
  disputed(reported(), false)
    .does(HANDLER, 'dispute-suspended', { no: 1, on: '2026-06-01', ground: 'mediation', reason: null, papers: null })
    .does(HANDLER, 'dispute-resumed', { no: 1, on: '2026-06-01', papers: null }),
  stayed().does(DEPUTY, 'stay-ended', { no: 1, until: '2026-06-01', reason: '…' }),
];
