import { type Folds, type Lifecycle, type ServingForms, type ServingRoom, serving, servingFolds } from '#law';
import { LETTER_LABELS, type OrderToCorrect } from '../model.ts';
import { revokedOn } from './revoking.ts';
import { standing } from './standing.ts';
import { HANDLERS, office, organ, SEALERS } from './who.ts';

type S = OrderToCorrect;
const LABELS: Readonly<Record<string, string>> = LETTER_LABELS;

/** How orders, and the letters that revoke them, are sealed and reach the party. */
export const SERVING_ROOM: ServingRoom<S> = {
  office,
  handlers: HANDLERS,
  sealers: organ(SEALERS),
  statuses: { lettered: ['serving'], confirming: ['signing', 'draft', 'serving', 'with-party', 'disobeyed'] },
  handlerIds: (s) => s.officerIds,
  runOf: (_, key) => key,
  afterService: standing,
  arrived: (s, { kind }, receivedOn) => (kind === 'revocation' ? revokedOn(s, receivedOn) : s),
  letterName: (_, { kind }) => LABELS[kind] ?? kind,
  letterTo: () => null,
  afterArrival: ({ kind }) => (kind === 'revocation' ? '原责令改正自送达之日起撤销；归档后办结。' : '到期复查改正情况。'),
};

export const SERVING: Lifecycle<S, ServingForms> = serving(SERVING_ROOM);
export const SERVING_FOLDS: Folds<S, ServingForms> = servingFolds(SERVING_ROOM);
