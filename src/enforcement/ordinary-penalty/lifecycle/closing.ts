import {
  allAmended,
  allBanked,
  allRectified,
  disputesSettled,
  type Folds,
  type Lifecycle,
  nothingUnsettled,
  publicationHandled,
} from '#law';
import { closingIssues } from '../documents/execution.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_54 } from './articles.ts';
import { handlersNeeded, NO_LETTER_IN_HAND } from './conditions.ts';
import { CORRECTIONS_FOLLOWED } from './corrections.ts';
import { STAGES_RECORDED } from './custody.ts';
import { EXECUTING_ROOM } from './execution.ts';
import { FILING_HANDLED } from './filing-duty.ts';
import { GOODS_DISPOSED } from './goods.ts';
import { SAMPLES_SETTLED } from './samples.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { close, archive } = FORMS;
const CLOSING_FORMS = { close, archive };
type ClosingForms = typeof CLOSING_FORMS;

const PUBLICATION_HANDLED = publicationHandled(EXECUTING_ROOM);
const ALL_BANKED = allBanked(EXECUTING_ROOM);

export const CLOSING: Lifecycle<S, ClosingForms> = {
  close: {
    ...office(LEADERS, ART_54, [
      ...[PUBLICATION_HANDLED, ALL_BANKED, CORRECTIONS_FOLLOWED, disputesSettled<S>(), SAMPLES_SETTLED, GOODS_DISPOSED],
      ...[STAGES_RECORDED, FILING_HANDLED, allAmended<S>(), allRectified<S>(), NO_LETTER_IN_HAND],
    ]),
    does: 'step',
    label: '批准结案',
    from: ['ended'],
    to: 'closed',
    needs: handlersNeeded,
    issues: (s, input, frame, facts) => closingIssues(s, input, frame, facts),
    says: () => '本案结案；整理案卷归档。',
  },
  archive: {
    ...office(HANDLERS, ART_54, [nothingUnsettled<S>()]),
    does: 'step',
    label: '归档',
    from: ['closed'],
    to: 'archived',
    says: (s) => `本案已归档，案卷号${s.archiveNumber ?? ''}。`,
  },
};

export const CLOSING_FOLDS: Folds<S, ClosingForms> = {
  close: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  archive: (s, input, frame) => ({ ...s, archivedOn: frame.legalDate, archiveNumber: input.number }),
};
