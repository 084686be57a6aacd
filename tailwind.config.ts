import type { Config } from 'tailwindcss';

/** Names for the variables of src/app.css, which has a light and a dark value for each. */
const names = [
	'ground',
	'surface',
	'sunken',
	'ink',
	'muted',
	'line',
	'accent',
	'on-accent',
	'good',
	'bad',
	'warn'
];

export default {
	content: ['./src/**/*.{html,svelte,ts,md}'],
	theme: {
		extend: {
			colors: Object.fromEntries(names.map((name) => [name, `var(--${name})`])),
			fontFamily: {
				sans: ['system-ui', 'sans-serif'],
				mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'monospace']
			}
		}
	}
} satisfies Config;
