import type { Config } from 'tailwindcss';

/** Colours are CSS variables, so that dark and light are one set of classes. See src/app.css. */
export default {
	content: ['./src/**/*.{html,svelte,ts,md}'],
	darkMode: 'media'
} satisfies Config;
