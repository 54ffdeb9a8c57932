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
};

/** Great fines that nobody has filed as major penalties: doubted beside whatever else is wrong with them (B01). */
export const NOT_FILED: readonly string[] = ['no-hearing', 'hurried', 'undiscussed'];
