import { Component, type ReactNode } from 'react';
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
    return <Failed error={error} again={() => this.setState({ error: null })} />;
  }
}
