import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { type } from './typeface';

/** Served under /staff/ by the local server and by the site bucket; hashed files may be cached for ever. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/staff/',
  plugins: [react()],
  define: { TYPE: JSON.stringify(type) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Data URIs would need `img-src data:`; every asset stays a file of our own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
