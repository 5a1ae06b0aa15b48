import { useInvitePreviewQuery } from '../generated/invites.ts';
import { countOfPeople } from '../threads/count-of-people.ts';
import { cx } from '../ui/cx.ts';
import { whyNot } from './why-not.ts';

/** Over the forms that let somebody in: where the link leads by which they came. */
export function InviteNote({ token }: { token: string }) {
  const { data, loading } = useInvitePreviewQuery({ variables: { token }, fetchPolicy: 'no-cache' });
  const invite = data?.invite;
  return (
    <div
      role="status"
      className={cx(
        'mb-5 min-h-11 rounded-control px-3 py-2',
        invite === null ? 'bg-surface-sunken' : 'bg-accent-quiet',
      )}
    >
      {invite === null ? (
        <>
          <b>This invite link doesn't work.</b>
          <p className="text-muted">{whyNot}</p>
        </>
      ) : invite ? (
        <>
          You are invited to <b className="break-words">{invite.groupName}</b>
          {' · '}
          <span className="whitespace-nowrap text-muted">{countOfPeople(invite.participantCount)}</span>
        </>
      ) : (
        !loading && 'You are invited to a group.'
      )}
    </div>
  );
}
