import { allAmended, allRectified, disputesSettled, type Folds, type Lifecycle, nothingUnsettled } from '#law';
import { closingIssues } from '../documents/records.ts';
import type { Forms } from '../forms.ts';
import type { SummaryPenalty } from '../model.ts';
import { ART_52 } from './articles.ts';
import { CORRECTIONS_FOLLOWED } from './corrections.ts';
import { STAGES_RECORDED } from './evidence.ts';
import { officersNeeded } from './on-site.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = SummaryPenalty;
export type Closing = Pick<Forms, 'close' | 'archive'>;

export const CLOSING: Lifecycle<S, Closing> = {
  close: {
    ...office(LEADERS, ART_52, [disputesSettled<S>(), allAmended<S>(), allRectified<S>(), STAGES_RECORDED, CORRECTIONS_FOLLOWED]),
    label: '结案',
    does: 'step',
    from: ['settled'],
    to: 'closed',
    needs: officersNeeded,
    issues: closingIssues,
    says: () => '已结案；请归档。',
  },
  archive: {
    ...office(HANDLERS, ART_52, [nothingUnsettled<S>()]),
    label: '归档',
    does: 'step',
    from: ['closed'],
    to: 'archived',
    says: (s) => `已归档，案卷号${s.archive?.number ?? ''}。`,
  },
};

export const CLOSING_FOLDS: Folds<S, Closing> = {
  close: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  archive: (s, { number }, frame) => ({ ...s, archive: { on: frame.legalDate, number } }),
};
