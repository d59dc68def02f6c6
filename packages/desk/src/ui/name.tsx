/** A name or value as a partner wrote it, in any script: it runs its own way and leaves its surroundings alone. */
export function Name({ children }: { readonly children: string }) {
  return <bdi className="name">{children}</bdi>;
}
