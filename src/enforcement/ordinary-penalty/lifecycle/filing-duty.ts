import { type Citation, cite, decisionStands, type Folds, type Guard, type Lifecycle, type Profile, refuse, termsOf } from '#law';
import { mustBeFiled } from '#law/rules/B01-major-penalty-filed';
import { filingFacts } from '../facts-of-filing.ts';
import type { FILING_FORMS } from '../forms-filing.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { WHILE_OPEN } from './custody.ts';
import { decisionNo } from './rounds.ts';

type S = OrdinaryPenalty;
type FilingForms = typeof FILING_FORMS;
const ART_18 = cite('实施细则', 18);

type Unfiled = { readonly because: readonly string[]; readonly cite: Citation };

/**
 * Why the decision in hand has to be filed, where nothing shows that it was; null: nothing is owed, or the thresholds cannot
 * be told of it (a sole trader between the two, B01), which keeps no case open.
 */
export function unfiledOf(s: S, profile: Profile): Unfiled | null {
  const facts = filingFacts(s, s.decision);
  if (facts === null || s.filing !== undefined || !decisionStands(s, decisionNo(s))) return null;
  const terms = termsOf(profile, 'local.major-penalty-filing', facts.decidedOn);
  const duty = terms === null ? null : mustBeFiled(facts, { profile });
  return duty?.is === 'must' ? { because: duty.because, cite: terms?.cite ?? ART_18 } : null;
}

/** SM-E2: no case is closed while its major penalty has not been filed. The filing is a matter of its own, listed with the decision. */
export const FILING_HANDLED: Guard<S, null> = {
  name: '重大行政处罚已经报送备案',
  nature: 'law',
  cite: ART_18,
  severity: 'red',
  grade: 'excerpt',
  check: ({ state, profile }) => {
    const unfiled = unfiledOf(state, profile);
    if (unfiled === null) return null;
    const { because, cite: article } = unfiled;
    const next = '还没有报送备案；请在关联的“重大行政处罚备案”事项中备齐材料、审定报送';
    return refuse('not-filed', article, `本案处罚决定属于重大行政处罚（${because.join('、')}），${next}`);
  },
};

export const FILING_DUTY: Lifecycle<S, FilingForms> = {
  'note-filing': {
    label: '重大行政处罚报送备案',
    does: 'entry',
    from: [...WHILE_OPEN, 'closed', 'archived'],
    to: 'stays',
    by: [{ as: 'system' }],
    cite: ART_18,
    roomOnly: true,
    says: (s) => `本案处罚决定已于${s.filing?.on ?? ''}报送备案。`,
  },
};
export const FILING_DUTY_FOLDS: Folds<S, FilingForms> = {
  'note-filing': (s, { filing, filedOn }) => ({ ...s, filing: { filingId: filing, on: filedOn } }),
};
