import { effectiveActs, type MatterKind, PARTY_TYPE_LABELS, type PartyRef, type StoredAct } from '#law';
import { placedParties } from '../parties/hold.ts';

/** One person or body of the case, by the name that everybody who sees the matter may read. */
export type PersonView = {
  readonly id: string;
  /** Two of one short name are told apart by 甲, 乙 in the order in which they came into the case. */
  readonly name: string;
  readonly kindName: string;
  /** In what part, as the forms name it: 当事人, 被询问人. */
  readonly places: readonly string[];
  /** Whether this reader may ask for the whole. */
  readonly whole: boolean;
};

const STEMS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/** Everybody typed in the acts shown, each once: the same person is known by the mark, whatever was typed later. */
export function peopleOf(kind: MatterKind, shown: readonly StoredAct[], whole: boolean): readonly PersonView[] {
  const placed = effectiveActs(shown).acts.flatMap((a) => placedParties(kind.forms[a.frame.type] ?? {}, a.payload.input));
  const people = new Map<string, { ref: PartyRef; places: Set<string> }>();
  for (const { ref, place } of placed) {
    const who = ref.mark ?? ref.id;
    const known = people.get(who);
    // What was typed last is what counts: a corrected address, a new phone.
    people.set(who, { ref, places: new Set([...(known?.places ?? []), place]) });
  }
  const all = [...people.values()];
  return all.map(({ ref, places }) => {
    const alike = all.filter((other) => other.ref.name === ref.name);
    const stem = alike.length < 2 ? '' : `（${STEMS[alike.findIndex((other) => other.ref === ref)] ?? alike.length}）`;
    return { id: ref.id, name: `${ref.name}${stem}`, kindName: PARTY_TYPE_LABELS[ref.kind], places: [...places], whole };
  });
}
