import { RouterProvider } from '@tanstack/react-router';

import { Session } from '../session/session.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { Toasts } from '../ui/toast.tsx';
import { TooltipLayer } from '../ui/tooltip.tsx';
import { LoadingShell } from './loading-shell.tsx';
import { router } from './router.tsx';

export function App() {
  return (
    <>
      <Session loading={<LoadingShell />}>
        <RouterProvider router={router} />
      </Session>
      <Toasts />
      <TooltipLayer />
      <LiveRegion />
    </>
  );
}
