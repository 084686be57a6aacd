import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [tailwindcss(), sveltekit()],
	server: { host: 'localhost' },
	test: {
		environment: 'node',
		include: ['tests/{house,rfc,lib,pair,peers,build}/**/*.test.ts'],
		testTimeout: 20_000
	}
});
