/**
 * The table of truth of the cases that a unit's own system tells: which rules must doubt which plant. Written by hand from the law's
 * tables, apart from all rules. A plant that is not named here is doubted by none.
 */
export const CASE_TRUTH: Readonly<Record<string, readonly string[]>> = {
  // What one officer has taken alone proves nothing either.
  'alone-▲': ['S09', 'I05'],
  'heavier-▲': ['N03'],
  'unreviewed-▲': ['D01'],
  'unheard-▲': ['N01'],
  'uncorrected-▲': ['D06'],
  'unconfirmed-▲': ['E02'],
  'announced-first-▲': ['E03'],
  'announced-short-▲': ['E03'],
  'elsewhere-▲': ['F02'],
  'late-filed-▲': ['F04'],
  'paused-▲': ['F07'],
  'card-▲': ['I01'],
  'unsigned-▲': ['I04'],
  'unverified-▲': ['I05'],
  'camera-▲': ['I07'],
  'kept-long-▲': ['I02'],
  'unapproved-▲': ['I03'],
  'unrecorded-▲': ['I08'],
  'recusal-▲': ['S11'],
  'dragged-▲': ['F08'],
  // What was taken after the report, without a further inquiry, was not taken lawfully either: no fact rests on it.
  'late-proof-▲': ['I05', 'I06', 'R-reported-act'],
  'for-defence-▲': ['N04'],
  'called-late-▲': ['N08'],
  'closed-doors-▲': ['N09'],
  'no-transcript-▲': ['N09'],
  'own-host-▲': ['S12'],
  'youth-▲': ['D07'],
  'untaught-▲': ['D10'],
  'court-late-▲': ['E07'],
  'unurged-▲': ['E08'],
  'goods-kept-▲': ['E09'],
  // A review that finds signs of a crime has not passed the report: what is decided against it is decided without one.
  'crime-kept-▲': ['D01', 'T01'],
  'crime-late-▲': ['T02'],
  'crime-chief-▲': ['T02'],
  'crime-undelivered-▲': ['T02'],
  'never-answered-▲': ['T03'],
  'answered-late-▲': ['T03'],
  'half-told-▲': ['N02'],
  'unanswered-▲': ['N05'],
  'no-hearing-▲': ['N06'],
  'hurried-▲': ['N07'],
  'undiscussed-▲': ['D02'],
  'remedies-▲': ['D03'],
  'collected-▲': ['E04'],
  'unbanked-▲': ['E05'],
  'overpaid-▲': ['E06'],
  'lenient-▲': ['Q03'],
  'untiered-▲': ['Q01'],
  'outside-tier-▲': ['Q01'],
  'listed-▲': ['Q02'],
  'topmost-▲': ['Q04'],
  'topmost-share-▲': ['Q04'],
  'below-law-▲': ['D04'],
  'above-law-▲': ['D04'],
  'redo-late-▲': ['O01'],
  'redo-unnamed-▲': ['O01'],
  'opinion-late-▲': ['O01'],
  'kept-money-▲': ['O01'],
  'same-again-▲': ['O02'],
  'same-in-court-▲': ['O02'],
  'unqualified-▲': ['S13'],
  // Told against conditions of law of which no numbered rule asks.
  'confiscated-▲': ['R-reported-act'],
  'untold-question-▲': ['R-reported-act'],
  'asked-late-▲': ['R-reported-act'],
  'call-unproved-▲': ['R-reported-act'],
  'held-early-▲': ['R-reported-act'],
  'no-account-▲': ['R-reported-act'],
  'sale-unproved-▲': ['R-reported-act'],
  'on-record-late-▲': ['D09'],
  'off-record-▲': ['D09'],
};

/**
 * What stands beside it in the whole platform, whatever the case was planted for: a great fine that nobody has filed as a major
 * penalty (B01), a case that stands open (F08).
 */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['no-hearing', 'hurried', 'undiscussed', 'above-law'].flatMap((one) => [`${one}-▲`, `${one}-✓`]).map((plant) => [plant, ['B01']]),
  ),
  // Its decision waits for the notice, and so the case has stood open for 200 days.
  'skipped-untold-▲': ['F08'],
};
export const besideOf = (plant: string): readonly string[] => BESIDE[plant] ?? [];

/** Cases of which a step is left out, so that what follows cannot come into them: by the rule of the missing step, of what waits. */
export const SKIPPED_TRUTH: Readonly<Record<string, readonly string[]>> = {
  'skipped-untold-▲': ['N01'],
  'skipped-unfiled-▲': ['F05'],
};

/** Cases of another organ beside one that was filed before: by comparison alone. */
export const FILED_TWICE_TRUTH: Readonly<Record<string, readonly string[]>> = { 'filed-twice-▲': ['F03'] };

/** Which rules must doubt a told case by what it was planted for. */
export const truthOf = (plant: string): readonly string[] => CASE_TRUTH[plant] ?? SKIPPED_TRUTH[plant] ?? FILED_TWICE_TRUTH[plant] ?? [];
