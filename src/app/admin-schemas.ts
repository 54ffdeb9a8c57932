import { type Static, Type } from 'typebox';
import { parseLocalDate, ROLE_LABELS, type Role } from '#law';
import type { NewPost } from '#platform/identity/accounts';
import { MACHINE_SCOPES, type MachineScope } from '#platform/identity/machine-keys';
import { Closed, Id, Text } from './schema-parts.ts';

const Day = Type.String({ format: 'date' });
const Reason = Text(500);
const RoleName = Type.Unsafe<Role>({ type: 'string', enum: Object.keys(ROLE_LABELS) });
const Scopes = Type.Array(Type.Unsafe<MachineScope>({ type: 'string', enum: Object.keys(MACHINE_SCOPES) }), {
  minItems: 1,
  uniqueItems: true,
});
const LabelMax = Type.Unsafe<NewPost['labelMax']>({ type: 'integer', enum: [0, 1, 2, 3] });

const Post = Closed({ organisationId: Id, role: RoleName, labelMax: LabelMax, from: Day, until: Type.Optional(Day) });

export const AccountBody = Closed({
  login: Type.String({ pattern: '^[a-z][a-z0-9._-]{2,31}$' }),
  name: Text(40),
  officerId: Type.Optional(Id),
  personNumber: Type.Optional(Type.String({ pattern: '^[0-9]{17}[0-9Xx]$' })),
  posts: Type.Array(Post, { minItems: 1, maxItems: 10 }),
  reason: Reason,
});
export const ReasonBody = Closed({ reason: Reason });
export const PostGrantBody = Closed({ post: Post, reason: Reason });
export const MatterGrantBody = Closed({ matterId: Id, basis: Text(200), until: Type.String({ format: 'date-time' }), reason: Reason });
export const MachineKeyBody = Closed({
  postId: Id,
  name: Text(60),
  scopes: Scopes,
  until: Type.String({ format: 'date-time' }),
  reason: Reason,
});
export const DecisionBody = Closed({ approve: Type.Boolean(), reason: Type.Optional(Reason) });
export const PageQuery = Closed({
  q: Type.Optional(Text(60, 0)),
  cursor: Type.Optional(Text(64)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export const RequestQuery = Closed({
  state: Type.Optional(
    Type.Unsafe<'pending' | 'approved' | 'refused' | 'withdrawn'>({
      type: 'string',
      enum: ['pending', 'approved', 'refused', 'withdrawn'],
    }),
  ),
});

/** `until` is the first day no longer held. */
export function newPostOf({ from, until, ...rest }: Static<typeof Post>): NewPost {
  const first = parseLocalDate(from);
  const end = until === undefined ? null : parseLocalDate(until);
  if (first === null) throw new Error(`the schema let no-day through: ${from}`);
  return { ...rest, from: first, until: end };
}
