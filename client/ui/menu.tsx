import { cloneElement, lazy, Suspense, useState } from 'react';

import type { MenuProps } from './menu-popup.tsx';

const load = () => import('./menu-popup.tsx');
const MenuPopup = lazy(async () => ({ default: (await load()).MenuPopup }));

export const MenuItem = lazy(async () => ({ default: (await load()).MenuItem }));
export const MenuChoice = lazy(async () => ({ default: (await load()).MenuChoice }));

/**
 * A menu at a button. Items are `MenuItem`s; arrow keys, typing ahead and Esc come with it. What it is made of is fetched when somebody is
 * about to open one, not with the first screen.
 */
export function Menu(props: MenuProps) {
  const [asked, setAsked] = useState(false);
  const trigger = cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => {
      setAsked(true);
      props.onOpenChange?.(true);
    },
  });
  if (!asked) return trigger;
  return (
    <Suspense fallback={trigger}>
      <MenuPopup {...props} />
    </Suspense>
  );
}
