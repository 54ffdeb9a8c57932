import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, in the order in which it begins: a long file begun last would keep one worker alone. Files that ask for
 * the planted folder stand behind the first that plants it, so that they do not wait for it together.
 */
const LONG = [
  'app/operator-backup',
  'app/seed/planted-city',
  'app/case-reports',
  'app/imports',
  'platform/embedded-database',
  'platform/findings/judge-write',
  'app/production-start',
  'app/kill',
  'app/operator-law',
  'app/operator-calendar',
  'app/main',
  'app/every-kind',
  'app/walks/findings',
  'app/walks/law-library',
  'app/walks/case',
  'app/walks/closed-loop',
];

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((name) => /[.](db[.]|walk[.])?test[.]tsx?$/.test(moduleId) && moduleId.includes(`/src/${name}.`));
  return rank < 0 ? LONG.length : rank;
}

/** Otherwise as vitest orders them: by how long they took here, or by their size in a fresh clone. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((of) => sorted.filter(({ project }) => project === of).sort((a, b) => rankOf(a) - rankOf(b)));
  }
}
