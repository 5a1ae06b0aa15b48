import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';

import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';

type Props = {
  label?: string;
  name?: string;
  error: string | undefined;
  hint?: string;
  autoComplete: 'current-password' | 'new-password';
};

export function PasswordField({ label = 'Password', name = 'password', error, hint, autoComplete }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      label={label}
      name={name}
      type={shown ? 'text' : 'password'}
      error={error}
      {...(hint ? { hint } : {})}
      required
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={`${shown ? 'Hide' : 'Show'} ${label.toLowerCase()}`}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
