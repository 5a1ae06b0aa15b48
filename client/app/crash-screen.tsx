import { TriangleAlert } from 'lucide-react';

import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** What is left when a screen fails to draw: most often a part of it that a newer version of the app no longer has. */
export function CrashScreen() {
  return (
    <div className="h-full flex-1">
      <EmptyState
        icon={TriangleAlert}
        title="This screen broke"
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            Load Parley again
          </Button>
        }
      >
        There may be a newer version. Nothing that you sent is lost.
      </EmptyState>
    </div>
  );
}
