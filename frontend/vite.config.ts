import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = { target: process.env.THROUGHLINE_URL ?? 'http://127.0.0.1:8080' };
const proxy = { '/api': api, '/q': api };

export default defineConfig({
  plugins: [react()],
  // Without inlining: the content policy allows neither data: scripts nor inline styles.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy },
  preview: { proxy },
});
