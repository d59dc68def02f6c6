import { defineConfig, type Plugin } from 'vite';
import { routes } from '../model/src/contract/routes.ts';

const asked = 'virtual:routes';
const resolved = `\0${asked}`;

/** The contract as the page needs it: method and path of each route. Its schemas stay on the server, which checks. */
function contractRoutes(): Plugin {
  return {
    name: 'contract-routes',
    resolveId: (id) => (id === asked ? resolved : undefined),
    load: (id) => {
      if (id !== resolved) return undefined;
      const table = Object.fromEntries(routes.map(({ id: name, method, path }) => [name, [method, path]]));
      return `export const routes = ${JSON.stringify(table)};`;
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [contractRoutes()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
