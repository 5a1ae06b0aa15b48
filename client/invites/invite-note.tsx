import { useInvitePreviewQuery } from '../generated/invites.ts';
import { countOfPeople } from '../threads/count-of-people.ts';

/** Over the forms that let somebody in: where the link leads by which they came. */
export function InviteNote({ token }: { token: string }) {
  const { data, loading } = useInvitePreviewQuery({ variables: { token }, fetchPolicy: 'no-cache' });
  const invite = data?.invite;
  return (
    <div role="status" className="mb-5 min-h-11 rounded-control bg-accent-quiet px-3 py-2">
      {invite ? (
        <>
          You are invited to <b className="break-words">{invite.groupName}</b>
          <span className="text-muted"> · {countOfPeople(invite.participantCount)}</span>
        </>
      ) : (
        !loading && (data ? 'This invite link does not work any more.' : 'You are invited to a group.')
      )}
    </div>
  );
}
