import { DISPUTE_LABELS, type Disputed, VIA_LABELS } from '#law';
import { type Correcting, type CorrectionOrder, ordersOf } from '#law/correcting/index';
import { type Evidence, type Evidenced, evidenceOf } from '#law/evidence/index';
import type { FormLists, TickOption } from './form-lists.ts';

/** What every penalty, and an order to correct outside any, may hold; a reader from outside is shown none of it. */
type Told = Partial<Pick<Disputed, 'disputes' | 'stays' | 'redresses'>> & Correcting & Evidenced;

/** What acts known to every penalty name of the case itself. */
const BY_ACT: Readonly<Record<string, (s: Told) => FormLists>> = {
  'hand-over-evidence': (s) => ({ no: pieces(s) }),
  'view-original': (s) => ({ no: pieces(s) }),
  'attach-redacted': (s) => ({ no: pieces(s) }),
  'check-correction': (s) => ({ no: orders(s, checked) }),
  'follow-correction': (s) => ({ no: orders(s, notDisobeyed) }),
  'order-correction': (s) => ({ again: orders(s, notDisobeyed) }),
  'order-again': (s) => ({ again: orders(s, notDisobeyed) }),
  'dispute-accepted': (s) => ({ no: disputes(s) }),
  'dispute-answered': (s) => ({ no: disputes(s) }),
  'dispute-extended': (s) => ({ no: disputes(s) }),
  'dispute-suspended': (s) => ({ no: disputes(s) }),
  'dispute-resumed': (s) => ({ no: disputes(s) }),
  'dispute-ended': (s) => ({ no: disputes(s) }),
  'report-correction': (s) => ({ no: disputes(s) }),
  'stay-ended': ({ stays = [] }) => ({
    no: stays.map(({ no, from, until }) => option(no, `${from}起停止执行`, until === null ? null : `已于${until}恢复`)),
  }),
  'withdraw-publication': (s) => ({ no: redresses(s) }),
  'give-back': (s) => ({ no: redresses(s) }),
};

/** What a form of such a case ticks or picks: by what it is, never by a number that somebody has to look up elsewhere. */
export function listsOfPenalty(state: object, act: string): FormLists {
  return BY_ACT[act]?.(state as Told) ?? {};
}

export function option(no: number, label: string, closed: string | null): TickOption {
  return { value: String(no), label: `${no}. ${label}`, ...(closed === null ? {} : { closed }) };
}

export const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}……` : words);

export const piece = ({ no, name }: Evidence, closed: string | null): TickOption => option(no, name, closed);

const pieces = (s: Evidenced): readonly TickOption[] => evidenceOf(s).map((e) => piece(e, null));

const orders = (s: Correcting, closed: (order: CorrectionOrder) => string | null): readonly TickOption[] =>
  ordersOf(s).map((o) => option(o.no, `${short(o.content)}（${o.by === null ? '立即改正' : `${o.by}前改正`}）`, closed(o)));
const checked = ({ checkedOn, followed }: CorrectionOrder): string | null =>
  checkedOn !== null ? '已经复查' : followed === undefined ? null : '已经处理';
const notDisobeyed = ({ corrected, followed }: CorrectionOrder): string | null =>
  corrected !== false ? '没有复查为未改正' : followed === undefined ? null : '已经处理';

const disputes = ({ disputes: all = [] }: Told): readonly TickOption[] =>
  all.map(({ no, way, body, from }) => option(no, `${from}${DISPUTE_LABELS[way]}（${body}）`, null));

const redresses = ({ redresses: all = [] }: Told): readonly TickOption[] =>
  all.map(({ no, via, effectOn, document }) => option(no, `${effectOn}${VIA_LABELS[via]}：${short(document)}`, null));
