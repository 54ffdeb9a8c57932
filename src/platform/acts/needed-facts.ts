import type { LocalDate, MatterFact, Need, RegisterFacts } from '#law';
import type { Client } from '../db.ts';
import { askEach } from '../db-together.ts';
import type { HeldParty } from '../parties/hold.ts';
import { partyFacts } from '../parties/known.ts';
import { issuedFacts } from './issued-documents.ts';
import { listFacts, withNeeds } from './load-needs.ts';
import { withNeededMatters } from './named-matters.ts';
import type { Platform } from './platform.ts';

export type Needed = {
  readonly platform: Pick<Platform, 'kinds' | 'sealing' | 'lists'>;
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
export async function neededFacts(client: Client, { platform, matterId, needs, on, ...known }: Needed): Promise<RegisterFacts> {
  const [registers, matters, lists, parties, issued] = await askEach(client, [
    () => withNeeds(client, known.registers, needs, on),
    () => withNeededMatters(client, platform.kinds, matterId, known.matters, needs),
    () => listFacts(client, platform, needs, on),
    () => partyFacts(client, platform.sealing, matterId, known.held, needs),
    () => issuedFacts(client, matterId, needs),
  ]);
  return { ...registers, matters, ...lists, ...parties, ...issued };
}
