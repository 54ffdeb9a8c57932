import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import type { MatterView } from '../api/types.ts';

type Person = MatterView['people'][number];
type Whole = {
  readonly name: string;
  readonly kindName: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
};

/** Who the case is about: short names for everybody, the whole on demand for whoever works on it; each look is logged. */
export function People({ matterId, people }: { readonly matterId: string; readonly people: readonly Person[] }) {
  return (
    <ul className="fh-parties">
      {people.map((person) => (
        <li key={person.id}>
          <span className="fh-quiet">{[...person.places, person.kindName].join(' · ')}</span>　{person.name}
          {'　'}
          {person.whole ? <WholeOf matterId={matterId} person={person} /> : null}
        </li>
      ))}
    </ul>
  );
}

function WholeOf({ matterId, person }: { readonly matterId: string; readonly person: Person }) {
  const [whole, setWhole] = useState<Whole | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const look = async (): Promise<void> => {
    setReason(null);
    try {
      setWhole(await get<Whole>(`/api/matters/${matterId}/parties/${person.id}`));
    } catch (error) {
      setReason(failureOf(error).reason);
    }
  };
  return (
    <>
      <Button type="link" aria-expanded={whole !== null} onClick={() => (whole === null ? void look() : setWhole(null))}>
        {whole === null ? '查看完整信息（留痕）' : '收起'}
      </Button>
      {reason === null ? null : (
        <p className="fh-error" role="alert">
          {reason}
        </p>
      )}
      {whole === null ? null : (
        <dl className="fh-now">
          {[{ label: '名称', value: whole.name }, ...whole.fields].map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
