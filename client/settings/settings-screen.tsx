import { ArrowLeft } from 'lucide-react';
import type { ComponentType } from 'react';
import { useEffect, useRef } from 'react';

import { homePlace, useNavigate } from '../app/places.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { DataSection } from './data-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** One after the other, each a `SettingsSection`. */
const sections: readonly ComponentType[] = [
  ProfileSection,
  PasswordSection,
  SessionsSection,
  PrivacySection,
  DataSection,
];

/** Everything about one's own account, on one page. */
export function SettingsScreen() {
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <header className="flex min-h-16 items-center gap-3 px-2 pt-[env(safe-area-inset-top)] tablet:px-4">
        <IconButton
          icon={ArrowLeft}
          label="Back to conversations"
          className="desktop:hidden rtl:-scale-x-100"
          onClick={() => navigate(homePlace)}
        />
        <h2
          ref={heading}
          tabIndex={-1}
          className="text-title font-semibold outline-none max-desktop:ps-0 ps-2"
        >
          Settings
        </h2>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-[max(2rem,env(safe-area-inset-bottom))] tablet:px-6">
        <div className="mx-auto flex max-w-xl flex-col gap-10 py-4">
          {sections.map((Section, place) => (
            <Section key={place} />
          ))}
        </div>
      </div>
    </div>
  );
}
