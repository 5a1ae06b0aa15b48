import { useEffect, useState } from 'react';

import { InviteNote } from '../invites/invite-note.tsx';
import { Mark } from '../ui/mark.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

/** One calm card: sign in, or sign up. Who comes by an invite link is told where it leads, and goes on there. */
export function Welcome({ onEnter }: { onEnter: () => void }) {
  const token = /^\/i\/([^/]+)$/.exec(location.pathname)?.[1];
  const [isNew, setNew] = useState(token !== undefined);
  useEffect(() => {
    document.title = isNew ? 'Sign up · Parley' : 'Sign in · Parley';
  }, [isNew]);
  return (
    <main className="flex h-full flex-col items-center justify-center-safe overflow-y-auto bg-surface-sunken p-4">
      <div className="w-full max-w-96 rounded-card bg-surface-raised p-6 shadow-float tablet:p-8">
        <div className="mb-6 flex items-center gap-3">
          <Mark size={40} />
          <span className="text-display font-semibold tracking-tight">Parley</span>
        </div>
        {token && <InviteNote token={token} />}
        <h1 className="mb-5 text-title font-semibold">{isNew ? 'Make an account' : 'Sign in'}</h1>
        {isNew ? <SignUpForm onEnter={onEnter} /> : <SignInForm onEnter={onEnter} />}
        <p className="mt-6 text-center text-muted">
          {isNew ? 'Have an account?' : 'New here?'}{' '}
          <button
            type="button"
            onClick={() => setNew(!isNew)}
            className="min-h-8 rounded-control font-medium text-accent-text underline underline-offset-4 pointer-coarse:min-h-11"
          >
            {isNew ? 'Sign in' : 'Make an account'}
          </button>
        </p>
      </div>
    </main>
  );
}
