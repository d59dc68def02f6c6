declare module 'virtual:routes' {
  /** Method and path of every route of the contract, by its id: made by `vite.config.ts`. */
  export const routes: Readonly<Record<string, readonly [method: string, path: string]>>;
}
