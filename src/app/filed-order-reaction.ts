import { CORRECTION_ORDER, type OrderToCorrect } from '#enforcement/correction-order';
import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import { dayWords, type Json, type PartyDetails, partyKindOf } from '#law';
import { perform } from '#platform/acts/perform';
import { sessionOfHeldPost } from '#platform/identity/held-post';
import type { OutboxItem } from '#platform/outbox';
import { copiesOf, doneAt, filesByAct, isGoneOn, partyOf } from './carried-matter.ts';
import type { Opened } from './opened.ts';

type Input = Readonly<Record<string, Json>>;

/**
 * What was not corrected goes on as a clue of an ordinary case of whoever enters it, with party, facts and papers, so that nobody
 * types them again. Where the case stands already it has been named, and is linked; a post that is no longer held opens nothing:
 * then the clue is entered by hand, naming the order from which it comes.
 */
export async function fileDisobeyed(opened: Opened, item: OutboxItem): Promise<void> {
  const { platform, identity } = opened;
  const found = await doneAt<OrderToCorrect>(opened, item);
  if (found === null || found.state.toCase?.caseId != null || found.account === null || found.post === null) return;
  const session = await sessionOfHeldPost(identity, found.account, found.post);
  if (session === null || (await isGoneOn(opened, item.matter_id))) return;
  const party = await partyOf(opened, item.matter_id, found.state.party.id);
  if (party === null) return;
  const named = (await filesByAct(opened, CORRECTION_ORDER, item.matter_id)).filter(({ type }) => CARRIED.includes(type));
  const files = named.flatMap((one) => one.files);
  const materials = (await copiesOf(opened, item, session, files))(files);
  const answer = await perform(platform, {
    by: session,
    kind: ORDINARY_PENALTY.kind,
    act: 'open',
    matterId: null,
    input: clueOf(item.matter_id, found.state, party, materials),
    idempotencyKey: `disobeyed-${item.matter_id}`,
  });
  // Conditions of opening that no longer hold are the handler's to see to, by hand.
  if (!answer.ok && answer.error !== 'refused') throw new Error(`open: ${JSON.stringify(answer)}`);
}

/** What proves what was found, and that it was not corrected; scans of letters and receipts stay with the order. */
const CARRIED: readonly string[] = ['open', 'revise', 'note-reply', 'check-correction'];

function clueOf(id: string, s: OrderToCorrect, party: PartyDetails, materials: readonly string[]): Input {
  const { source, sourceRef, cause, place, foundOn } = s;
  return {
    ...{ source, sourceRef, fromSummary: null, fromCorrection: id, materials: materials.length === 0 ? null : materials },
    ...{ party, isEnterprise: partyKindOf(party.kind) !== 'person', cause, narrative: narrativeOf(s), place },
    // It goes on until it is corrected; when it began nobody knows better than the day on which it was found.
    ...{ actStartedOn: foundOn, actEndedOn: null, discoveredOn: foundOn, harm: false, itemCode: null },
  };
}

function narrativeOf({ facts, violated, basis, corrections, letters }: OrderToCorrect): string {
  const ordered = corrections.map(({ letterNo, checkedOn, corrected }) => {
    const letter = letters.find(({ no }) => no === letterNo);
    const checked = checkedOn === null ? '' : `，${dayWords(checkedOn)}复查${corrected === true ? '已经改正' : '没有改正'}`;
    return `${letter?.number ?? ''}责令改正通知书${dayWords(letter?.receivedOn ?? null)}送达${checked}。`;
  });
  return [facts, `违反的规定：${violated}；责令改正的依据：${basis}`, ...ordered].join('\n').slice(0, MOST);
}
/** As much as the clue takes. */
const MOST = 5000;
