import { Download } from 'lucide-react';
import { type MouseEvent, useState } from 'react';

import { FormError } from '../session/form-error.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DeleteAccountForm } from './delete-account-form.tsx';
import { downloadExport, exportPath } from './export.ts';
import { SettingsSection } from './settings-section.tsx';

/** Taking one's data along, and leaving for good. */
export function DataSection() {
  const [leaving, setLeaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const download = async (event: MouseEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    setRefusal(await downloadExport());
    setBusy(false);
  };
  return (
    <SettingsSection title="Your data">
      <p className="text-muted">
        A ZIP file with your profile, sessions, conversations, and everything you wrote in them, as JSON, and
        the files you sent.
      </p>
      <a
        href={exportPath}
        download
        aria-disabled={busy || undefined}
        onClick={(event) => void download(event)}
        className="inline-flex min-h-9 items-center gap-2 self-start rounded-control bg-surface-hover px-3.5 py-1.5 font-medium hover:bg-line aria-disabled:opacity-70 pointer-coarse:min-h-11"
      >
        <Download aria-hidden size={18} strokeWidth={1.75} />
        {busy ? 'Preparing…' : 'Download your data'}
      </a>
      <FormError>{refusal}</FormError>
      <p className="mt-2 text-muted">
        Deleting your account takes your name, handle and sessions away for good. What you wrote and sent
        stays for those who can read it, by “Deleted account”.
      </p>
      <Button variant="quietDanger" className="self-start" onClick={() => setLeaving(true)}>
        Delete account…
      </Button>
      <Dialog
        open={leaving}
        onOpenChange={setLeaving}
        title="Delete your account?"
        description="You leave all groups, and are signed out everywhere. Nobody can bring it back."
      >
        <DeleteAccountForm />
      </Dialog>
    </SettingsSection>
  );
}
