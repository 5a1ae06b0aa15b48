import { useState } from 'react';

import { wordsFor } from '../apollo/words.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { SessionRow } from './session-row.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSessions } from './use-sessions.ts';

/** Where one is signed in, and the way out of each. */
export function SessionsSection() {
  const { sessions, error, retry, revoke, revokeOthers } = useSessions();
  const [asking, setAsking] = useState(false);
  return (
    <SettingsSection
      title="Where you are signed in"
      note="If you do not know one of these, sign it out and change your password."
    >
      {error && !sessions && (
        <div className="flex flex-col items-start gap-2 text-muted">
          {wordsFor(error)}
          <Button onClick={retry}>Try again</Button>
        </div>
      )}
      {!error && !sessions && <SkeletonRows count={2} />}
      {sessions && (
        <ul>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} onRevoke={() => revoke(session.id)} />
          ))}
        </ul>
      )}
      {sessions && sessions.length > 1 && (
        <Button variant="quietDanger" className="self-start" onClick={() => setAsking(true)}>
          Sign out everywhere else
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere else?"
        confirm="Sign out"
        onConfirm={revokeOthers}
      >
        Every browser and program but this one has to sign in again.
      </ConfirmDialog>
    </SettingsSection>
  );
}
