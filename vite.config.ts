import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'console',
  plugins: [preact()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Below an address of its own, which may be kept for ever.
    assetsDir: 'console',
    // The page's security policy allows no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { index: 'console/index.html', docs: 'console/docs.html' } },
    // The reader of the API's documentation is large, and comes with that page alone.
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
  },
})
