import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mdsvex } from 'mdsvex';

/** Where the site will be served from: `BASE_PATH=/docs/pkce npm run build`. Empty for the root. */
const base = /** @type {'' | `/${string}`} */ ((process.env.BASE_PATH ?? '').replace(/\/+$/, ''));

const folder = process.env.BUILD_FOLDER ?? 'build';

/** The `style` attribute of SvelteKit's own route announcer, the only one there is. */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
	extensions: ['.svelte', '.md'],
	// Also the lessons, which have no script of their own: else each page starts with what only old components need.
	compilerOptions: { runes: true },
	preprocess: [vitePreprocess(), mdsvex({ extensions: ['.md'], smartypants: false, highlight: false })],
	kit: {
		adapter: adapter({ pages: folder, assets: folder, fallback: '404.html' }),
		paths: { base, relative: false },
		serviceWorker: { register: false },
		typescript: { config: (config) => ({ ...config, include: [...config.include, '../examples/*.ts'] }) },
		version: { name: process.env.npm_package_version ?? 'dev' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				// WebAssembly: where there is no service worker the rules sandbox runs in the page.
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', announcerStyle],
				'img-src': ['self', 'data:'],
				// Plain http: whether a message may leave by it is decided in `flow/gate.ts`, for each host.
				'connect-src': ['self', 'https:', 'http:'],
				// A hidden frame that asks a provider without a page; it is sandboxed (`browser/callback/frame.ts`).
				'frame-src': ['self', 'https:', 'http:'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'object-src': ['none']
			}
		}
	}
};
