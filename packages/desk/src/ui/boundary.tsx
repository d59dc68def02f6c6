import { Component, type ReactNode } from 'react';
import { unreachable } from '../api/call.ts';
import { Failed } from './failed.tsx';

interface BoundaryState {
  readonly error: Error | null;
}

/** Where a screen breaks, the frame around it stays. React has this as a class only. */
export class Boundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    // A part of the page that did not come is not asked for again before the page is loaded anew.
    if (isUnloaded(error)) return <Failed error={unreachable()} again={() => window.location.reload()} />;
    return <Failed error={error} again={() => this.setState({ error: null })} />;
  }
}

/** Each browser says it in its own words; none gives a code. */
function isUnloaded({ message }: Error): boolean {
  return /dynamically imported module|importing a module script failed/i.test(message);
}
