import { Session } from '../session/session.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { Toasts } from '../ui/toast.tsx';
import { TooltipLayer } from '../ui/tooltip.tsx';
import { CrashBoundary } from './crash-screen.tsx';
import { LoadingShell } from './loading-shell.tsx';
import { Screens } from './screens.tsx';
import { Shell } from './shell.tsx';

export function App() {
  return (
    <>
      <Session loading={<LoadingShell />}>
        <CrashBoundary at="">
          <Shell>
            <Screens />
          </Shell>
        </CrashBoundary>
      </Session>
      <Toasts />
      <TooltipLayer />
      <LiveRegion />
    </>
  );
}
