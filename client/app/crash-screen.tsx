import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';

import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** What is left when a screen fails to draw: most often a part of it that a newer version of the app no longer has. */
function CrashScreen() {
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

interface Props {
  /** Where one is: somewhere else it is tried again. */
  readonly at: string;
  readonly children: ReactNode;
}

interface State {
  at: string;
  crashed: boolean;
}

/** Keeps a screen that fails to draw from taking the others with it. */
export class CrashBoundary extends Component<Props, State> {
  override readonly state: State = { at: this.props.at, crashed: false };

  static getDerivedStateFromError(): Partial<State> {
    return { crashed: true };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): State | null {
    return state.at === at ? null : { at, crashed: false };
  }

  override render() {
    return this.state.crashed ? <CrashScreen /> : this.props.children;
  }
}
