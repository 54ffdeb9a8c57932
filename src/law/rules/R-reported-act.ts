import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';

/**
 * What happened elsewhere, and what a correction says did happen here, is recorded even where the law would not have let
 * it be done; then somebody must look at it (网上监督, 细则 3¶2). The condition that was missed brings its own article, grade and words.
 */
export const REPORTED_ACT: Omit<SupervisionRule<never>, 'check'> = {
  id: 'R-reported-act',
  version: 2,
  title: '补录、更正的办理是否符合法定办理条件',
  cite: [cite('实施细则', 3, 2)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  reach: 'matter',
  conduct: 'procedure',
  head: '8(12)',
  asks: '在平台以外办理、事后补录的，以及办理后经更正的，同样应当符合法定办理条件。',
};
