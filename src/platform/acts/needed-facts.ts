import type { LocalDate, MatterFact, Need, RegisterFacts } from '#law';
import type { Client } from '../db.ts';
import { askEach } from '../db-together.ts';
import type { HeldParty } from '../parties/hold.ts';
import { partyFacts } from '../parties/known.ts';
import { issuedFacts } from './issued-documents.ts';
import { listFacts, withNeeds } from './load-needs.ts';
import { withNeededMatters } from './named-matters.ts';
import type { Platform } from './platform.ts';
import type { ActRequest } from './request.ts';

export type Needed = {
  readonly platform: Pick<Platform, 'kinds' | 'sealing' | 'lists' | 'earlier'>;
  /** Whose sight bounds what is found; the platform's own acts ask for nothing that has such bounds. */
  readonly by: ActRequest['by'];
  /** null: the act opens its matter. */
  readonly matterId: string | null;
  readonly needs: readonly Need[];
  readonly on: LocalDate;
  /** What is known already: register facts, matters that the input names, parties just typed. */
  readonly registers: RegisterFacts;
  readonly matters: ReadonlyMap<string, MatterFact>;
  readonly held: readonly HeldParty[];
};

/** All that an act declares it needs beside what is known, asked at once: one round trip where it needs anything, else none. */
export async function neededFacts(client: Client, { platform, by, matterId, needs, on, ...known }: Needed): Promise<RegisterFacts> {
  const [registers, matters, lists, parties, issued, earlier] = await askEach(client, [
    () => withNeeds(client, known.registers, needs, on),
    () => withNeededMatters(client, platform.kinds, matterId, known.matters, needs),
    () => listFacts(client, platform, needs, on),
    () => partyFacts(client, platform.sealing, matterId, known.held, needs),
    () => issuedFacts(client, matterId, needs),
    () => earlierFacts(client, platform, by, matterId, needs),
  ]);
  return { ...registers, matters, ...lists, ...parties, ...issued, ...earlier };
}

async function earlierFacts(
  client: Client,
  { earlier }: Pick<Platform, 'earlier'>,
  by: ActRequest['by'],
  not: string | null,
  needs: readonly Need[],
): Promise<Pick<RegisterFacts, 'earlier'>> {
  const marks = needs.filter(({ register }) => register === 'earlier').map(({ key }) => key);
  if (marks.length === 0) return {};
  if (earlier === undefined || 'system' in by) throw new Error('an act asks for earlier penalties that nobody reads');
  return { earlier: await earlier(client, by, { marks, not }) };
}
