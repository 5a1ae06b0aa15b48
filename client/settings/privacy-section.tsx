import { wordsFor } from '../apollo/words.ts';
import { usePrivacyQuery, useUpdatePrivacyMutation } from '../generated/settings.ts';
import { Button } from '../ui/button.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { toast } from '../ui/toast.tsx';
import { SettingsSection } from './settings-section.tsx';

/** What others see of one. */
export function PrivacySection() {
  const { data, previousData, error, refetch } = usePrivacyQuery();
  const [update] = useUpdatePrivacyMutation();
  // While everything is read afresh, what was there stays on screen.
  const privacy = (data ?? previousData)?.privacy;

  async function change(input: { readReceipts: boolean } | { presence: boolean }) {
    try {
      const result = (await update({ variables: { input } })).data?.updatePrivacy;
      if (result?.__typename !== 'UpdatePrivacyPayload') toast(result?.reason ?? wordsFor(null));
    } catch (cause) {
      toast(wordsFor(cause));
    }
  }

  return (
    <SettingsSection title="Privacy" note="What you keep to yourself, you do not see of others either.">
      {!privacy && !error && <SkeletonRows count={1} />}
      {!privacy && error && (
        <div className="flex flex-col items-start gap-2 text-muted">
          {wordsFor(error)}
          <Button onClick={() => void refetch().catch(() => {})}>Try again</Button>
        </div>
      )}
      {privacy && (
        <>
          <SwitchField
            label="Read receipts"
            hint="Others see what you have read, and you see what they have."
            checked={privacy.readReceipts}
            onChange={(readReceipts) => void change({ readReceipts })}
          />
          <SwitchField
            label="Online and last seen"
            hint="Others see when you are here and that messages have reached you, and you see the same of them. What you read goes by the switch above."
            checked={privacy.presence}
            onChange={(presence) => void change({ presence })}
          />
        </>
      )}
    </SettingsSection>
  );
}
