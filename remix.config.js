// The one configuration of Remix and of Vite, which builds it: `remix vite:build --config remix.config.js`.
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

/** @type {import('@remix-run/dev').VitePluginConfig} */
const options = {
  appDirectory: 'app',
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    // Off: single fetch decodes with a turbo-stream that has CVE-2026-34077 (docs/decisions/0006-remix-2-until-it-moves.md).
    v3_singleFetch: false,
    v3_throwAbortReason: true,
  },
}

/**
 * The server build begins at our own server, so that the whole web process is one bundle with one copy of everything. React is
 * in it, in its fast variety whatever NODE_ENV says when it runs: that tells what the site is for, not how it was built.
 */
const ownServer = {
  name: 'catedra-own-server',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild
      ? {
          build: { rollupOptions: { input: './app/server.ts' } },
          define: { 'process.env.NODE_ENV': '"production"' },
          ssr: { noExternal: [/^react(-dom)?($|\/)/, /^react-router(-dom)?$/, '@remix-run/react'] },
        }
      : undefined,
}

export default defineConfig({
  plugins: [remix(options), ownServer],
  // Compiled packages and packages with files of their own stay in node_modules.
  ssr: { external: ['@node-rs/argon2', 'pg', 'bullmq', 'ioredis', 'pino', 'esbuild', 'mdx-bundler'] },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { fs: { allow: ['.'] } },
})
