import type { Platform } from '#platform/acts/perform';
import type { Pool } from '#platform/db';
import { loadLawContext } from '#platform/law-context';

/**
 * The pipeline of a test: its database, its moment and its kinds, with the law that stands in the database now. Nothing
 * reacts to acts unless `more` says so.
 */
export async function testPlatform(
  pool: Pool,
  now: () => number,
  kinds: Platform['kinds'],
  more: Partial<Omit<Platform, 'pool' | 'now' | 'kinds'>> = {},
): Promise<Platform> {
  const law = await loadLawContext(pool);
  return { pool, kinds, now, law: () => law, reactsTo: new Set(), ...more };
}
